// What a browser makes of the page that checks. See page_test.py.
//
//   node page_test.mjs CHROMIUM NODE_MODULES PAGE REPORTS EXPECTED [PICTURES]

import {existsSync, readFileSync, statSync} from 'node:fs';
import {createRequire} from 'node:module';
import {join, resolve} from 'node:path';
import {pathToFileURL} from 'node:url';
import {inflateRawSync} from 'node:zlib';

const [chromium, modules, path, reports, expected, pictures] = process.argv.slice(2);
const require = createRequire(join(resolve(modules), 'x.js'));
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const puppeteer = (await import(pathToFileURL(require.resolve('puppeteer-core')))).default;
const plan = JSON.parse(readFileSync(join(expected, 'plan.json'), 'utf8'));
const wrong = [];
const check = (holds, what) => holds || wrong.push(what);
const told = [];

// The module by itself, on every report of the tests.

const html = readFileSync(path, 'utf8');
check(statSync(path).size <= plan.most_bytes, `the page has ${statSync(path).size} bytes`);
const packed = Buffer.from(/id="module"[^>]*>([^<]*)</.exec(html)[1], 'base64');
const module = await WebAssembly.compile(inflateRawSync(packed));
told.push(`${statSync(path).size} bytes, ${inflateRawSync(packed).length} of the module`);

async function run_module(files, options) {
  const imports = {};
  // The time of work (clocks 2 and 3), which bounds that on patterns, is no time of waiting.
  const now = (clock) => clock < 2 ? process.hrtime.bigint() : BigInt(process.cpuUsage().user) * 1000n;
  const clock_time_get = (clock, _precision, to) => {
    new DataView(program.memory.buffer).setBigUint64(to, now(clock), true);
    return 0;
  };
  for (const {module: from, name} of WebAssembly.Module.imports(module))
    (imports[from] ??= {})[name] = name === 'clock_time_get' ? clock_time_get : () => 0;
  const program = (await WebAssembly.instantiate(module, imports)).exports;
  program._initialize?.();
  const put = (bytes) =>
    new Uint8Array(program.memory.buffer, program.page_memory(bytes.length), bytes.length).set(bytes);
  for (const name of files) {
    put(Buffer.concat([Buffer.from(name), readFileSync(join(reports, name))]));
    program.page_add(Buffer.from(name).length);
  }
  put(Buffer.from(options));
  const size = program.page_check();
  return Buffer.from(program.memory.buffer, program.page_result(), size).toString();
}

const begin = performance.now();
const ours = JSON.parse(await run_module(plan.all, 'form=json\ntoday=2026-12-31\n'));
told.push(`${plan.all.length} reports in ${Math.round(performance.now() - begin)} ms`);
const theirs = JSON.parse(readFileSync(join(expected, 'all.json'), 'utf8'));
check(ours.documents.length === theirs.documents.length, `${ours.documents.length} documents`);
for (const [i, document] of theirs.documents.entries())
  check(JSON.stringify(ours.documents[i]) === JSON.stringify(document),
    `${document.path}: the module does not say what the program says: ${ours.documents[i]?.error}`);
check(JSON.stringify(ours.summary) === JSON.stringify(theirs.summary), 'the sums differ');

// The page in a browser.

const browser = await puppeteer.launch({
  executablePath: chromium,
  protocolTimeout: 300000,
  args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
});

async function open({width = 1280, height = 900, dark = false} = {}) {
  const page = await browser.newPage();
  await page.setViewport({width, height});
  await page.emulateMediaFeatures([{name: 'prefers-color-scheme', value: dark ? 'dark' : 'light'}]);
  page.on('console', (message) => check(false, `console: ${message.text()}`));
  page.on('pageerror', (error) => check(false, `error: ${error.message}`));
  page.on('request', (request) => check(/^(file|blob):/.test(request.url()), `asks for ${request.url()}`));
  await page.goto(pathToFileURL(path).href, {timeout: 120000});
  return page;
}

/// Drops files as a person does, or chooses them.
async function drop(page, names, chosen = false) {
  const paths = names.map((name) => join(reports, name));
  await page.$eval('#result', (frame) => { delete frame.dataset.time; });
  if (chosen) {
    const input = await page.$('#files');
    await input.uploadFile(...paths);
  } else {
    const client = await page.createCDPSession();
    const data = {items: [], files: paths, dragOperationsMask: 1};
    for (const type of ['dragEnter', 'dragOver', 'drop'])
      await client.send('Input.dispatchDragEvent', {type, x: 200, y: 300, data});
    await client.detach();
  }
  await page.waitForFunction(() => document.getElementById('result').dataset.time ||
    document.getElementById('status').classList.contains('error'), {timeout: 120000});
}

/// What the frame shows, as a download has it.
const shown = (page) => page.$eval('#download', async (link) => {
  // The policy forbids fetch, as it should, but a frame shows it.
  return {url: link.href, name: link.download, time: Number(document.getElementById('result').dataset.time)};
});

async function text_of_frame(page) {
  const element = await page.$('#result');
  const frame = await element.contentFrame();
  await frame.waitForSelector('footer');
  return frame.evaluate(() => document.documentElement.outerHTML);
}

const normal = await browser.newPage();
/// As a browser writes it, which orders what it reads in its own way.
async function as_read(bytes) {
  await normal.setContent(bytes, {waitUntil: 'load'});
  return normal.evaluate(() => document.documentElement.outerHTML);
}

let slowest = 0;
for (const [number, {names, expected: file}] of plan.drops.entries()) {
  const page = await open();
  const what = names.join(' ');
  try {
    await drop(page, names, number % 2 === 1);
  } catch (error) {
    check(false, `${what}: ${error.message}`);
    await page.close();
    continue;
  }
  const status = await page.$eval('#status', (element) => element.textContent);
  check(status === '', `${what}: ${status}`);
  if (status === '') {
    const got = await text_of_frame(page);
    const wanted = await as_read(readFileSync(join(expected, file), 'utf8'));
    check(got === wanted, `${what}: the page does not show what the program writes`);
    const {time, name} = await shown(page);
    if (names[0] === '庚镇.docx') {
      check(name === '庚镇.检查结果.html', `downloads ${name}`);
      // The best of some: other tests run at the same time.
      let best = time;
      for (let i = 0; i < 4; i++) {
        await drop(page, names);
        best = Math.min(best, (await shown(page)).time);
      }
      told.push(`a DOCX of ${statSync(join(reports, names[0])).size} bytes took ${time} ms, then ${best} ms`);
      check(best < 300, `a DOCX took ${best} ms`);
    }
    slowest = Math.max(slowest, time);
  }
  await page.close();
}
told.push(`the slowest drop took ${slowest} ms`);

// Copies with comments, and mended reports, are saved by a click; page_test.py looks into them.

for (const {names, form, saved} of plan.saved) {
  const page = await open();
  const client = await page.createCDPSession();
  await client.send('Browser.setDownloadBehavior', {behavior: 'allow', downloadPath: plan.downloads});
  await drop(page, names);
  await text_of_frame(page);
  await page.click(`[data-form=${form}]`);
  await page.waitForFunction((name) => document.getElementById('status').textContent.includes(name),
    {timeout: 30000}, saved).catch(() => check(false, `${names}: the page does not say that it saved ${saved}`));
  for (let i = 0; i < 100 && !existsSync(join(plan.downloads, saved)); i++)
    await new Promise((done) => setTimeout(done, 100));
  await page.close();
}

/// Violations of WCAG 2.1 AA and good practice that axe-core finds outside of the frame, whose page
/// has a test of its own.
async function accessible(page, what) {
  await page.evaluate(axe);
  const {violations} = await page.evaluate(() =>
    window.axe.run(document, {resultTypes: ['violations'], iframes: false}));
  for (const {id, help, nodes} of violations)
    check(false, `${what}: axe ${id}: ${help}: ${nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(' ')}`);
}

// What it does not read, it says; English by the switch; rules go again; nothing scrolls sideways.

const page = await open();
await page.waitForSelector('#files');
if (pictures) await page.screenshot({path: join(pictures, 'start.png')});
await drop(page, ['表.pdf']);
const frame = await (await page.$('#result')).contentFrame();
await frame.waitForSelector('footer');
check((await frame.evaluate(() => document.body.textContent)).includes('另存为 DOCX'), 'says nothing of PDF');
await drop(page, ['own.yaml', '甲镇.txt']);
check(await page.$eval('#rules', (list) => list.textContent.includes('own.yaml')), 'hides the rules');
await page.$eval('#result', (element) => { delete element.dataset.time; });
await page.click('#rules button');
await page.waitForFunction(() => document.getElementById('result').dataset.time);
check(await page.$eval('#rules', (list) => list.hidden), 'keeps the rules');
await page.$eval('#result', (element) => { delete element.dataset.time; });
await page.click('#language');
await page.waitForFunction(() => document.getElementById('result').dataset.time);
check(/lang="en"/.test(await text_of_frame(page)), 'the result is not in English');
check(await page.title() === 'Compliance check', 'the title is not in English');
check(await page.$eval('h1', (element) => element.innerText) === 'Compliance check', 'two languages at once');
await page.close();

for (const [name, size] of [['desktop', {}], ['dark', {dark: true}], ['phone', {width: 390, height: 844}]]) {
  const page = await open(size);
  const overflows = () => page.evaluate(() =>
    document.documentElement.scrollWidth > document.documentElement.clientWidth);
  check(!await overflows(), `${name}: scrolls sideways`);
  await accessible(page, `${name}, start`);
  if (pictures) await page.screenshot({path: join(pictures, `${name}-start.png`)});
  await drop(page, ['庚镇.docx', '甲镇.txt'].slice(name === 'desktop' ? 1 : 0));
  await text_of_frame(page);
  await accessible(page, `${name}, result`);
  check(!await overflows(), `${name}: scrolls sideways`);
  if (name !== 'desktop') {
    // Links of the result lead through it, in a frame as on a page of its own.
    const frame = await (await page.$('#result')).contentFrame();
    // A pointer that moves over the page takes the cover off, and the next click is the frame's.
    let sees = false;
    for (let i = 0; i < 10 && !sees; i++) {
      await page.mouse.move(100 + i, 400);
      await frame.click('.index a[href="#r2"]');
      sees = await frame.waitForFunction(() => {
        const report = document.getElementById('r2');
        return report && !report.hidden && document.querySelector('.index').hidden;
      }, {timeout: 2000}).then(() => true, () => false);
    }
    check(sees, `${name}: a link of the result leads nowhere`);
  }
  if (pictures) await page.screenshot({path: join(pictures, `${name}-result.png`)});
  if (pictures && name === 'desktop')
    await page.screenshot({path: join(pictures, 'page.webp'), type: 'webp', quality: 80, clip: {x: 0, y: 0, width: 1280, height: 640}});
  await page.close();
}

await browser.close();
for (const line of told) console.log(line);
for (const line of wrong) console.log(line);
process.exit(wrong.length ? 1 : 0);
