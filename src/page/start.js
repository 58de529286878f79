// The page that checks: takes files, has the module check them in a worker, so that the page stays
// alive meanwhile, and shows what came of it.

'use strict';

(() => {
  // What runs in the worker, which gets its source.

  const work = () => {
    // RFC 1951. Browsers can do it themselves since 2023 only.
    const inflate = (packed, size) => {
      const out = new Uint8Array(size);
      let at = 0, end = 0, bits = 0, count = 0;
      const take = (n) => {
        for (; count < n; count += 8) bits |= packed[at++] << count;
        const value = bits & ((1 << n) - 1);
        bits >>>= n;
        count -= n;
        return value;
      };
      // Canonical codes: how many there are of each length, and the symbols in their order.
      const codes = (lengths) => {
        const counts = new Uint16Array(16), next = new Uint16Array(16);
        for (const length of lengths) counts[length]++;
        counts[0] = 0;
        for (let i = 1; i < 16; i++) next[i] = next[i - 1] + counts[i - 1];
        const symbols = new Uint16Array(lengths.length);
        lengths.forEach((length, symbol) => { if (length) symbols[next[length]++] = symbol; });
        return {counts, symbols};
      };
      const symbol = ({counts, symbols}) => {
        for (let length = 1, code = 0, first = 0, index = 0; length < 16; length++) {
          code |= take(1);
          const here = counts[length];
          if (code - first < here) return symbols[index + code - first];
          index += here;
          first = (first + here) << 1;
          code <<= 1;
        }
        throw new Error('damaged');
      };
      const run = [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83,
        99, 115, 131, 163, 195, 227, 258];
      const run_bits = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5,
        5, 5, 5, 0];
      const back_bits = Array.from({length: 30}, (_, i) => Math.max(0, (i >> 1) - 1));
      const back = back_bits.map((_, i) => {
        let from = 1;
        for (let j = 0; j < i; j++) from += 1 << back_bits[j];
        return from;
      });
      const fixed = () => [
        codes(Array.from({length: 288}, (_, i) => i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8)),
        codes(Array(30).fill(5))];
      const own = () => {
        const literals = take(5) + 257, distances = take(5) + 1, used = take(4) + 4;
        const order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
        const of_lengths = Array(19).fill(0);
        for (let i = 0; i < used; i++) of_lengths[order[i]] = take(3);
        const code = codes(of_lengths), lengths = [];
        while (lengths.length < literals + distances) {
          const next = symbol(code);
          if (next < 16) lengths.push(next);
          else if (next === 16) lengths.push(...Array(3 + take(2)).fill(lengths[lengths.length - 1]));
          else lengths.push(...Array(next === 17 ? 3 + take(3) : 11 + take(7)).fill(0));
        }
        return [codes(lengths.slice(0, literals)), codes(lengths.slice(literals))];
      };
      for (let last = 0; !last;) {
        last = take(1);
        const kind = take(2);
        if (kind === 0) {
          bits = count = 0;
          const length = packed[at] | packed[at + 1] << 8;
          out.set(packed.subarray(at + 4, at + 4 + length), end);
          at += 4 + length;
          end += length;
          continue;
        }
        const [literal, distance] = kind === 1 ? fixed() : own();
        for (let next; (next = symbol(literal)) !== 256;) {
          if (next < 256) {
            out[end++] = next;
            continue;
          }
          const length = run[next - 257] + take(run_bits[next - 257]);
          const far = symbol(distance);
          const from = end - back[far] - take(back_bits[far]);
          for (let i = 0; i < length; i++) out[end++] = out[from + i];
        }
      }
      return out;
    };

    let module = null, program = null;

    // The module asks its surroundings (WASI) for little but the time.
    const start = async () => {
      const no_such = () => 52;
      const memory = () => new DataView(program.memory.buffer);
      const known = {
        clock_time_get: (_clock, _precision, to) => {
          memory().setBigUint64(to, BigInt(Math.round(performance.now() * 1e6)), true);
          return 0;
        },
        proc_exit: () => { throw new Error('ended'); },
      };
      const imports = {};
      for (const {module: from, name} of WebAssembly.Module.imports(module)) {
        imports[from] = imports[from] || {};
        imports[from][name] = known[name] || (from === 'env' ? () => 0 : no_such);
      }
      program = (await WebAssembly.instantiate(module, imports)).exports;
      if (program._initialize) program._initialize();
    };

    const put = (...parts) => {
      const size = parts.reduce((sum, part) => sum + part.length, 0);
      let at = program.page_memory(size);
      // Now, since the module may have got more memory, which is another buffer.
      const memory = new Uint8Array(program.memory.buffer);
      for (const part of parts) {
        memory.set(part, at);
        at += part.length;
      }
    };
    const utf8 = (text) => new TextEncoder().encode(text);
    /// Up to a NUL.
    const text_at = (begin) => {
      const memory = new Uint8Array(program.memory.buffer);
      return new TextDecoder().decode(memory.subarray(begin, memory.indexOf(0, begin)));
    };

    const check = (files, options) => {
      for (const {name, bytes} of files) {
        const named = utf8(name);
        put(named, new Uint8Array(bytes));
        program.page_add(named.length);
      }
      put(utf8(Object.entries(options).map(([key, value]) => `${key}=${value}\n`).join('')));
      const size = program.page_check();
      const at = program.page_result();
      return {
        bytes: program.memory.buffer.slice(at, at + size),
        name: text_at(program.page_name()),
        told: text_at(program.page_told()),
        fixes: program.page_fixes(),
      };
    };

    const handle = async (data) => {
      try {
        if (data.packed) {
          module = await WebAssembly.compile(inflate(new Uint8Array(data.packed), data.size));
          return await start();
        }
        if (!program) await start();
        const begin = performance.now();
        const result = check(data.files, data.options);
        postMessage({...result, form: data.options.form, time: performance.now() - begin, id: data.id},
          [result.bytes]);
      } catch (error) {
        // Its memory may be in any state, so that the next one starts anew.
        program = null;
        postMessage({error: String(error), id: data.id, too_old: !module});
      }
    };
    // One after another: a file may be dropped before the module is ready.
    let done = Promise.resolve();
    onmessage = ({data}) => { done = done.then(() => handle(data)); };
  };

  // The page.

  const element = (id) => document.getElementById(id);
  const forms = document.querySelectorAll('[data-form]');
  const words = {
    reading: ['正在检查…', 'Checking…'],
    no_reports: ['规则文件收到了，请再拖入报告。', 'The rules are there; now drop reports.'],
    unreadable: ['“{}”读不出来。如果是文件夹，请打开它，选中里面的文件再拖进来。',
      '“{}” cannot be read. If it is a folder, open it, and drop the files in it.'],
    too_old: ['这个浏览器太旧，检查不了：请用新一些的 Edge、Chrome、Firefox 或 Safari 打开。',
      'This browser is too old: open the page in a newer Edge, Chrome, Firefox or Safari.'],
    failed: ['检查时出了意外，没有结果：{}', 'The check failed: {}'],
    rules: ['按规则文件检查：{}', 'Checked by the rule file {}'],
    remove: ['不用它', 'Remove'],
    frame: ['检查结果', 'Result'],
    saved: ['下载了 {}', 'Saved {}'],
    nothing: ['没有可下载的文档。', 'There is nothing to save.'],
    title: ['合规检查', 'Compliance check'],
  };
  let english = false, chosen = false, reports = [], rules = [], last = 0, url = '';
  const say = (name, ...values) =>
    words[name][english ? 1 : 0].replace(/\{\}/g, () => values.shift());
  const tell = (text, bad = false) => {
    element('status').textContent = text;
    element('status').classList.toggle('error', bad);
  };
  const is_rules = (name) => /\.ya?ml$/i.test(name) && !/\.hegui\.ya?ml$/i.test(name);

  const module = element('module');
  const packed = Uint8Array.from(atob(module.textContent), (c) => c.charCodeAt(0)).buffer;
  const size = Number(module.dataset.size);
  module.remove();
  const source = URL.createObjectURL(new Blob([`(${work})()`], {type: 'text/javascript'}));
  const worker = new Worker(source);
  worker.postMessage({packed, size}, [packed]);

  const today = () => {
    const now = new Date(), two = (number) => String(number).padStart(2, '0');
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  };

  const show_rules = () => {
    element('rules').hidden = rules.length === 0;
    element('rules').replaceChildren(...rules.map((file) => {
      const entry = document.createElement('li'), button = document.createElement('button');
      button.type = 'button';
      button.className = 'plain';
      button.textContent = say('remove');
      button.setAttribute('aria-label', `${say('remove')} ${file.name}`);
      button.addEventListener('click', () => {
        rules = rules.filter((other) => other !== file);
        show_rules();
        check();
      });
      entry.append(say('rules', file.name), ' ', button);
      return entry;
    }));
  };

  const check = () => {
    if (!reports.some(({name}) => !/\.hegui\.ya?ml$/i.test(name)))
      return tell(rules.length ? say('no_reports') : '');
    tell(say('reading'));
    ask('html');
  };

  /// Has the reports checked; what came of it is a message.
  const ask = (form) => {
    const options = {form, today: today()};
    if (chosen) options.language = english ? 'en' : 'zh';
    worker.postMessage({files: [...reports, ...rules], options, id: ++last});
  };

  const save = ({bytes, name, told}) => {
    if (!name) return tell(told || say('nothing'), true);
    const link = document.createElement('a'), to = URL.createObjectURL(new Blob([bytes]));
    link.href = to;
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(to), 60000);
    tell(`${say('saved', name)}${told ? `\n${told}` : ''}`);
  };

  worker.addEventListener('message', ({data}) => {
    if (data.id && data.id !== last) return;
    if (data.error) return tell(data.too_old ? say('too_old') : say('failed', data.error), true);
    if (data.form !== 'html') return save(data);
    URL.revokeObjectURL(url);
    url = URL.createObjectURL(new Blob([data.bytes], {type: 'text/html'}));
    const frame = element('result'), download = element('download');
    const is_first = element('frame').hidden;
    frame.title = say('frame');
    frame.src = url;
    frame.dataset.time = Math.round(data.time);
    for (const shown of [element('frame'), download, element('again')]) shown.hidden = false;
    for (const button of forms) button.hidden = button.dataset.form === 'fix' && !data.fixes;
    for (const number of document.querySelectorAll('.fixes')) number.textContent = data.fixes;
    element('start').hidden = true;
    download.href = url;
    download.download = data.name;
    tell('');
    if (is_first) frame.focus();
  });

  const take = async (list) => {
    const files = [], missed = [];
    for (const file of list) {
      try {
        files.push({name: file.name, bytes: await file.arrayBuffer()});
      } catch (error) {
        missed.push(file.name);
      }
    }
    const new_reports = files.filter(({name}) => !is_rules(name));
    if (new_reports.length) reports = new_reports;
    for (const file of files.filter(({name}) => is_rules(name)))
      rules = [...rules.filter(({name}) => name !== file.name), file];
    show_rules();
    if (files.length) check();
    if (missed.length) tell(say('unreadable', missed.join('、')), true);
  };

  for (const button of forms)
    button.addEventListener('click', () => {
      tell(say('reading'));
      ask(button.dataset.form);
    });

  element('files').addEventListener('change', ({target}) => {
    take(Array.from(target.files)).then(() => { target.value = ''; });
  });
  let depth = 0;
  const over = (by) => {
    depth = by === 0 ? 0 : Math.max(0, depth + by);
    document.documentElement.classList.toggle('over', depth > 0);
  };
  addEventListener('dragenter', (event) => { event.preventDefault(); over(1); });
  addEventListener('dragleave', () => over(-1));
  addEventListener('dragover', (event) => event.preventDefault());
  addEventListener('drop', (event) => {
    event.preventDefault();
    over(0);
    take(Array.from(event.dataTransfer.files));
  });

  // A frame keeps to itself what is dropped on it. Files are dragged from outside of the window, so
  // that a cover can take them which is there until the pointer is seen to move over the page.
  const cover = (covers) => { element('cover').hidden = !covers; };
  for (const type of ['pointermove', 'pointerdown', 'wheel'])
    element('cover').addEventListener(type, () => cover(false), {passive: true});
  element('frame').addEventListener('pointerleave', () => cover(true));
  setInterval(() => document.hasFocus() || cover(true), 500);

  element('language').addEventListener('click', () => {
    english = !english;
    chosen = true;
    document.documentElement.lang = english ? 'en' : 'zh-Hans';
    document.title = say('title');
    element('language').textContent = english ? '中文' : 'English';
    element('language').lang = english ? 'zh-Hans' : 'en';
    show_rules();
    check();
  });
})();
