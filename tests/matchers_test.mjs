// The expressions with which others read the concise output: GitHub's problem matcher, and that of
// the VS Code task in the README. Each must find in a line what the JSON output says of the finding.
//
//   matchers_test.mjs PROGRAM

import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';

const root = resolve(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '..');
const program = resolve(process.argv[2]);
const folder = mkdtempSync(join(tmpdir(), 'hegui-'));
process.on('exit', () => rmSync(folder, {recursive: true}));

// --- what is there to be read

const names = ['no-principals', 'no-causes', 'thin', 'not-a-report'];
for (const name of names)
  writeFileSync(join(folder, `报送 ${name}：一.txt`), readFileSync(join(root, `examples/${name}.txt`)));
writeFileSync(join(folder, '空.txt'), '');
// A rule whose id has a point, and whose message has brackets.
writeFileSync(join(folder, 'rules.yaml'), `hegui: 1
id: city-rules
title: 试
checks:
  - {id: no-figures-v2, forbid: [法治], say: '不该写 [法治]: error: 见 a.txt:1:2'}
`);

function run(...options) {
  const json = join(folder, 'found.json');
  const done = spawnSync(program, ['check', '.', '-f', 'concise', '-f', `json=${json}`, ...options],
                         {cwd: folder, encoding: 'utf8'});
  assert.equal(done.stderr, '');
  const lines = done.stdout.split('\n').slice(0, -1);
  const expected = JSON.parse(readFileSync(json, 'utf8')).documents.flatMap((document) =>
    document.status === 'checked'
      ? document.findings.map((finding) => ({
          file: document.path, line: `${finding.line}`, column: `${finding.column}`,
          severity: finding.severity, message: finding.message, code: finding.rule}))
      : [{file: document.path, line: undefined, column: undefined, severity: 'error',
          message: document.error, code: document.status}]);
  assert.equal(lines.length, expected.length);
  return lines.map((line, i) => ({line, expected: expected[i]}));
}

const outputs = [...run(), ...run('--lang', 'en'), ...run('-r', 'rules.yaml')];
const severities = new Set(outputs.map((output) => output.expected.severity));
assert.deepEqual([...severities].sort(), ['error', 'note', 'warning']);

// --- how it is read

function read(pattern, line) {
  const match = new RegExp(pattern.regexp).exec(line);
  if (!match) return null;
  const part = (name) => (pattern[name] ? match[pattern[name]] : undefined);
  return Object.fromEntries(['file', 'line', 'column', 'severity', 'message', 'code']
    .map((name) => [name, part(name)]));
}

const github = JSON.parse(readFileSync(join(root, '.github/actions/hegui/problem-matcher.json')));
for (const {line, expected} of outputs) {
  const found = github.problemMatcher
    .map((matcher) => ({matcher, ...read(matcher.pattern[0], line)}))
    .filter((match) => match.file);
  assert.equal(found.length, 1, `one matcher takes ${line}`);
  const {matcher, ...match} = found[0];
  // GitHub knows no "note": that matcher says "notice" of all its lines.
  const severity = match.severity ?? (matcher.severity === 'notice' ? 'note' : matcher.severity);
  assert.deepEqual({...match, severity}, expected);
}

const readme = readFileSync(join(root, 'README.md'), 'utf8');
const tasks = JSON.parse(/```json\n(\{[^`]*"problemMatcher"[^`]*)```/.exec(readme)[1]);
for (const {line, expected} of outputs) {
  // VS Code puts what has no line nowhere.
  const match = read(tasks.tasks[0].problemMatcher.pattern, line);
  assert.deepEqual(match, expected.line ? expected : null);
}

for (const line of ['1 份文档 · 要求：达到 6，偏弱 0，缺失 2', 'hegui: 没有规则叫“x”', '',
                    '   35 | 三、2025年工作安排', '规则  轻重  问题  文档']) {
  for (const matcher of github.problemMatcher) assert.equal(read(matcher.pattern[0], line), null);
  assert.equal(read(tasks.tasks[0].problemMatcher.pattern, line), null);
}
console.log(`${outputs.length} lines read`);
