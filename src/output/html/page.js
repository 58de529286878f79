// What a page about reports can do beside being read: filter, step from finding to finding, mark
// where one stands, show one report of many. Without it everything is there to read.

'use strict';

(() => {
  const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));
  const fill = (form, ...values) => form.replace(/\{\}/g, () => values.shift());
  const levels = ['known', 'note', 'warning', 'error'];

  // A report with its list of findings.

  for (const report of all('.report')) {
    const cards = all('.card', report);
    const form = report.querySelector('.filter');
    const by_number = new Map(cards.map((card) => [card.dataset.f, card]));
    const marks = all('mark, .slot, a.no', report);
    const status = form && form.querySelector('[role=status]');

    const filter = () => {
      const wanted = all('input:checked', form).map((box) => box.value);
      const rule = form.querySelector('select').value;
      for (const card of cards)
        card.hidden = !wanted.includes(card.dataset.severity) || (rule && rule !== card.dataset.rule);
      for (const mark of marks) {
        const shown = mark.dataset.f.split(' ').map((number) => by_number.get(number))
          .filter((card) => !card.hidden)
          .map((card) => levels.findIndex((level) => card.classList.contains(level)));
        if (mark.tagName === 'MARK') {
          mark.classList.remove(...levels);
          mark.classList.add(shown.length ? levels[Math.max(...shown)] : 'off');
          mark.classList.toggle('off', shown.length === 0);
        } else {
          mark.hidden = shown.length === 0;
        }
      }
      for (const caret of all('.caret', report)) caret.hidden = caret.nextElementSibling.hidden;
      const left = cards.filter((card) => !card.hidden).length;
      status.textContent = fill(status.dataset.form, left, cards.length);
    };

    const choose = (number) => {
      for (const chosen of all('.on', report)) chosen.classList.remove('on');
      const card = by_number.get(number);
      if (!card) return;
      card.classList.add('on');
      for (const mark of all(`mark[data-f~="${number}"], .slot[data-f="${number}"]`, report))
        mark.classList.add('on');
    };

    const step = (by) => {
      const shown = cards.filter((card) => !card.hidden);
      if (!shown.length) return;
      const at = shown.findIndex((card) => card.classList.contains('on'));
      const next = at < 0 ? (by > 0 ? 0 : shown.length - 1) : (at + by + shown.length) % shown.length;
      go(shown[next], shown[next].dataset.f, false);
      const mark = document.getElementById(shown[next].querySelector('.to').hash.slice(1));
      if (mark) mark.scrollIntoView({block: 'center'});
    };

    const go = (target, number, focus = true) => {
      choose(number);
      target.scrollIntoView({block: target.matches('.card') ? 'nearest' : 'center'});
      if (focus) target.focus({preventScroll: true});
    };

    report.addEventListener('click', (event) => {
      const link = event.target.closest('a[href^="#"]');
      if (link) {
        const target = document.getElementById(link.hash.slice(1));
        if (!target || !report.contains(target)) return;
        event.preventDefault();
        const folded = target.closest('details');
        if (folded) folded.open = true;
        const numbered = target.closest('[data-f]');
        if (numbered && !numbered.dataset.f.includes(' ')) return go(target, numbered.dataset.f);
        choose('');
        target.classList.add('on', 'flash');
        setTimeout(() => target.classList.remove('on', 'flash'), 1600);
        target.scrollIntoView({block: 'center'});
        return;
      }
      const marked = event.target.closest('mark, .slot');
      if (!marked || String(getSelection())) return;
      const numbers = marked.dataset.f.split(' ').filter((number) => !by_number.get(number).hidden);
      if (numbers.length) go(by_number.get(numbers[0]), numbers[0], false);
    });

    if (!form) continue;
    form.hidden = false;
    form.addEventListener('change', filter);
    form.addEventListener('submit', (event) => event.preventDefault());
    for (const button of all('button', form))
      button.addEventListener('click', () => step(Number(button.value)));
    status.textContent = fill(status.dataset.form, cards.length, cards.length);
  }

  // The list of all reports.

  const index = document.querySelector('.index');
  if (index) {
    const form = index.querySelector('.sift');
    const status = form.querySelector('[role=status]');
    const compare = new Intl.Collator('zh').compare;
    const signs = '✗△✓–';
    // What a column is sorted by: its number, or how bad its verdict is; else its words.
    const value = (cell) => {
      const text = cell.textContent, number = parseFloat(text);
      if (text.length === 1 && signs.includes(text)) return signs.indexOf(text);
      return cell.cellIndex === 0 || isNaN(number) ? text : number;
    };
    const order = (a, b) => typeof a === 'number' && typeof b === 'number' ? a - b : compare(a, b);

    // A table in chunks, of which a browser lays out only those that are seen.
    const tables = all('.table', index).map((table) => {
      const chunks = all('.chunk', table), heads = all('thead tr:first-child th', table);
      const size = chunks[0].querySelector('tbody').rows.length;
      const rows = all('tbody tr', table).map((row, at) =>
        ({row, at, words: row.cells[0].textContent.toLowerCase()}));
      const show = (fits) => {
        const shown = rows.filter(fits);
        chunks.forEach((chunk, i) => {
          const here = shown.slice(i * size, (i + 1) * size);
          chunk.querySelector('tbody').replaceChildren(...here.map((entry) => entry.row));
          chunk.style.containIntrinsicSize = `auto ${here.length * 56 + 60}px`;
          chunk.hidden = i > 0 && here.length === 0;
        });
        return shown.length;
      };
      const sort = (column, down) => {
        for (const entry of rows) entry.key = value(entry.row.cells[column]);
        rows.sort((a, b) => (down ? -1 : 1) * order(a.key, b.key) || a.at - b.at);
      };
      return {heads, rows, show, sort};
    });
    const total = tables.reduce((sum, table) => sum + table.rows.length, 0);

    const sift = () => {
      const word = form.querySelector('input').value.trim().toLowerCase();
      const kind = form.querySelector('select').value;
      const fits = ({row, words}) => words.includes(word) && (!kind || row.dataset[kind] > 0);
      const left = tables.reduce((sum, table) => sum + table.show(fits), 0);
      status.textContent = fill(status.dataset.form, left, total);
    };
    form.hidden = total < 2;
    status.textContent = fill(status.dataset.form, total, total);
    form.addEventListener('input', sift);
    form.addEventListener('submit', (event) => event.preventDefault());

    for (const {heads, sort} of tables)
      for (const head of heads) {
        const button = document.createElement('button');
        button.type = 'button';
        button.append(...head.childNodes);
        head.append(button);
        button.addEventListener('click', () => {
          const down = head.getAttribute('aria-sort') === 'ascending';
          for (const other of heads) {
            other.removeAttribute('aria-sort');
            if (other.cellIndex === head.cellIndex)
              other.setAttribute('aria-sort', down ? 'descending' : 'ascending');
          }
          sort(head.cellIndex, down);
          sift();
        });
      }
  }

  // Many reports on one page: one at a time.

  const reports = all('.report');
  if (index && reports.length > 1) {
    document.documentElement.classList.add('routed');
    index.parentNode.prepend(index);
    const route = (hash) => {
      const target = document.getElementById(decodeURIComponent(hash.slice(1)));
      const chosen = target && target.closest('.report');
      for (const report of reports) report.hidden = report !== chosen;
      index.hidden = Boolean(chosen);
      for (const problems of all('.problems')) problems.hidden = Boolean(chosen);
      if (!chosen) return scrollTo(0, 0);
      target === chosen ? scrollTo(0, 0) : target.scrollIntoView();
    };
    addEventListener('hashchange', () => route(location.hash));
    // In a frame that has its page from memory, browsers let no link change the address.
    addEventListener('click', (event) => {
      const link = event.target.closest('a[href^="#"]');
      if (!link || event.defaultPrevented) return;
      setTimeout(() => { if (location.hash !== link.hash) route(link.hash); });
    });
    route(location.hash);
  }

  addEventListener('beforeprint', () => {
    for (const folded of all('details')) folded.open = true;
  });
})();
