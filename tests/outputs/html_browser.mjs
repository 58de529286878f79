// What a browser makes of pages: no error, no request, no violation that axe-core finds, and links,
// filters and printing work.
//
//   node html_browser.mjs CHROMIUM NODE_MODULES FOLDER [PICTURES]
//
// FOLDER holds one.html, twenty.html, docx.html, hostile.html, folder/index.html and many/. Prints
// what is wrong; with PICTURES, screenshots go there.

import {existsSync, readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {join, resolve} from 'node:path';
import {pathToFileURL} from 'node:url';

const [chromium, modules, folder, pictures] = process.argv.slice(2);
const require = createRequire(join(resolve(modules), 'x.js'));
const puppeteer = (await import(pathToFileURL(require.resolve('puppeteer-core')))).default;
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const wrong = [];
let name = '';
const check = (holds, what) => holds || wrong.push(`${name}: ${what}`);

const browser = await puppeteer.launch({
  executablePath: chromium,
  protocolTimeout: 600000,
  args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
});

async function open(file, {dark = false, width = 1280, height = 900, script = true} = {}) {
  const page = await browser.newPage();
  await page.setViewport({width, height});
  await page.setJavaScriptEnabled(script);
  await page.emulateMediaFeatures([
    {name: 'prefers-color-scheme', value: dark ? 'dark' : 'light'},
    {name: 'prefers-reduced-motion', value: 'reduce'},
  ]);
  name = `${file}${dark ? ', dark' : ''}${width < 600 ? ', phone' : ''}${script ? '' : ', no script'}`;
  page.on('console', (message) => check(false, `console: ${message.text()}`));
  page.on('pageerror', (error) => check(false, `error: ${error.message}`));
  const url = pathToFileURL(join(folder, file)).href;
  page.on('request', (request) =>
    check(request.url().split('#')[0] === url || request.isNavigationRequest(), `asks for ${request.url()}`));
  await page.goto(url, {timeout: 120000});
  return page;
}

async function picture(page, file, whole = false) {
  if (pictures) await page.screenshot({path: join(pictures, file), fullPage: whole});
}

/// Violations of WCAG 2.1 AA and good practice. The policy of the page holds for what the test adds,
/// too, so axe runs beside it.
async function accessible(page) {
  await page.evaluate(axe);
  const {violations} = await page.evaluate(() => window.axe.run(document, {resultTypes: ['violations']}));
  for (const {id, help, nodes} of violations)
    check(false, `axe ${id}: ${help}: ${nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(' ')}`);
}

/// Wider than the window: a page that scrolls sideways.
const overflows = (page) =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

const shows = (page, selector) => page.$eval(selector, (element) => {
  const box = element.getBoundingClientRect();
  return box.top >= -1 && box.bottom <= innerHeight + 1 && box.width > 0;
});

for (const file of ['one.html', 'docx.html', 'hostile.html', 'twenty.html', 'folder/index.html'])
  for (const dark of [false, true]) {
    const page = await open(file, {dark});
    await accessible(page);
    check(!await overflows(page), 'scrolls sideways');
    await picture(page, `${file.replace(/\W/g, '-')}-${dark ? 'dark' : 'light'}.png`);
    if (!dark) await picture(page, `${file.replace(/\W/g, '-')}-whole.png`, true);
    await page.close();
    const phone = await open(file, {dark, width: 390, height: 844});
    await accessible(phone);
    check(!await overflows(phone), 'scrolls sideways');
    await picture(phone, `${file.replace(/\W/g, '-')}-phone-${dark ? 'dark' : 'light'}.png`, !dark);
    await phone.close();
  }

// There and back: from the list to the text, from the text to the list.
let page = await open('one.html');
const count = (await page.$$('.card')).length;
check(count > 2, `${count} findings`);
for (let i = 1; i <= count; ++i) {
  await page.click(`#r1-f${i} .to`);
  check(await shows(page, `#r1-m${i}`), `finding ${i} is not shown in the text`);
  check(await page.$eval(`#r1-f${i}`, (card) => card.classList.contains('on')), `card ${i} is not chosen`);
  await page.click(`#r1-m${i}`);
  check(await shows(page, `#r1-f${i} .head`), `finding ${i} is not shown in the list`);
  check(await page.evaluate((id) => document.activeElement.id === id, `r1-f${i}`), `card ${i} has no focus`);
}
await page.click('.checks .where a');
await picture(page, 'chosen.png');

// With the keyboard alone: the first link, and where it leads.
await page.focus('#r1-m1');
await page.keyboard.press('Enter');
check(await page.evaluate(() => document.activeElement.id === 'r1-f1'), 'Enter does not lead to the list');

// Filters.
const seen = () => page.$$eval('.card', (cards) => cards.filter((card) => !card.hidden).length);
const severities = await page.$$eval('.filter input', (boxes) => boxes.map((box) => box.value));
for (const severity of severities) {
  const of = (await page.$$(`.card[data-severity=${severity}]`)).length;
  await page.click(`.filter input[value=${severity}]`);
  check(await seen() === count - of, `${severity} is not filtered`);
  check((await page.$$(`mark.${severity}`)).length === 0, `${severity} is still marked`);
  await page.click(`.filter input[value=${severity}]`);
  check(await seen() === count, `${severity} does not come back`);
}
const rules = await page.$$eval('.filter option', (options) => options.map((option) => option.value));
for (const rule of rules.filter(Boolean)) {
  await page.select('.filter select', rule);
  check(await seen() === (await page.$$(`.card[data-rule="${rule}"]`)).length, `${rule} is not filtered`);
}
await page.select('.filter select', '');
await page.click('.steps button[value="1"]');
check((await page.$$('.card.on')).length === 1, 'the next finding is not chosen');

// Paper.
const paper = await page.pdf({path: pictures ? join(pictures, 'print.pdf') : undefined, preferCSSPageSize: true});
check(paper.length > 10000, 'the PDF is empty');
await page.close();

// Nothing is lost without a script.
page = await open('one.html', {script: false});
check((await page.$$('.card')).length === count, 'findings need the script');
await page.close();

// Twenty on one page: the index, and one at a time.
page = await open('twenty.html');
const visible = () => page.$$eval('.report', (reports) => reports.filter((report) => !report.hidden).length);
check(await visible() === 0 && !await page.$eval('.index', (index) => index.hidden), 'the index is not first');
await page.click('.matrix tbody tr:nth-child(2) a');
await page.waitForFunction(() => !document.querySelector('#r2').hidden);
check(await visible() === 1, 'more than one report is shown');
await accessible(page);
await page.click('.masthead nav a');
await page.waitForFunction(() => !document.querySelector('.index').hidden);
await page.type('.sift input', '没有这样的');
check((await page.$$('.matrix tbody tr')).length === 0, 'the search finds what is not there');
await page.$eval('.sift input', (input) => { input.value = ''; input.dispatchEvent(new Event('input', {bubbles: true})); });
await page.click('.matrix thead th.score button');
const scores = await page.$eval('.matrix', (table) =>
  Array.from(table.tBodies[0].rows, (row) => parseFloat(row.cells[2].textContent)));
check(scores.every((score, i) => i === 0 || scores[i - 1] <= score), `not sorted: ${scores}`);
await page.close();

// Thousands, if they were made: the index opens, and answers.
if (existsSync(join(folder, 'many/index.html'))) {
  const start = Date.now();
  page = await open('many/index.html');
  const opened = Date.now() - start;
  await page.type('.sift input', '999');
  const sifted = Date.now() - start - opened;
  console.log(`many: opened in ${opened} ms, searched in ${sifted} ms`);
  check(opened < 3000, `opens in ${opened} ms`);
  check(sifted < 2000, `searches in ${sifted} ms`);
  await page.close();
}

await browser.close();
console.log(wrong.join('\n') || 'pages work in a browser');
process.exit(wrong.length ? 1 : 0);
