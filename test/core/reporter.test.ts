import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { root } from '../support/root.ts';

/** Runs a separate test file and returns the reporter's output. */
function report(t: TestContext, body: string): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'plugboard-reporter-'));
  t.after(() => fs.rmSync(folder, { recursive: true, force: true }));
  const file = path.join(folder, 'failing.test.mjs');
  fs.writeFileSync(file, `import assert from 'node:assert/strict';\nimport { test } from 'node:test';\n${body}\n`);
  // Inside a test, the runner would treat this run as one of its own files.
  const { NODE_TEST_CONTEXT: _context, VERBOSE: _verbose, ...env } = process.env;
  const reporter = path.join(root, 'scripts/reporter.mjs');
  const { stdout } = spawnSync(process.execPath, [`--test-reporter=${reporter}`, file], {
    encoding: 'utf8',
    env: { ...env, PLUGBOARD_RING: 'temporary' },
  });
  return stdout;
}

const long = `const lines = Array.from({ length: 5000 }, (_, i) => \`line \${i} \${'x'.repeat(i === 4000 ? 3000 : 5)}\`);
const before = lines.join('\\n');`;

test('of two long texts the first different line is printed, with its neighbours', (t) => {
  const printed = report(
    t,
    `${long}
test('texts', () => assert.equal(before.replace('line 2000 ', 'line two thousand '), before));`,
  );
  const [title, ...lines] = printed.split('\n');
  assert.equal(title, '✗ texts');
  assert.deepEqual(lines.slice(0, 10), [
    'first difference in line 2001 (5000 lines expected, 5000 received):',
    '  line 1997 xxxxx',
    '  line 1998 xxxxx',
    '  line 1999 xxxxx',
    '- line 2000 xxxxx',
    '- line 2001 xxxxx',
    '- line 2002 xxxxx',
    '+ line two thousand xxxxx',
    '+ line 2001 xxxxx',
    '+ line 2002 xxxxx',
  ]);
  assert.match(lines[10] ?? '', /^ {4}at .*failing\.test\.mjs:/);
  assert.equal(lines.at(-2), 'temporary: 0 passed, 1 failed, 0 skipped');
});

test('of a long line the part around the difference is printed', (t) => {
  const printed = report(
    t,
    `${long}
test('lines', () => assert.equal(before.replace(/x{5}\\nline 4001/, 'xxyxx\\nline 4001'), before));`,
  );
  assert.match(printed, /^\+ …x+yxx$/m);
  assert.ok(printed.length < 3000, `${printed.length} characters`);
});

test('lists and objects are compared as they are written, a text that is missing too', (t) => {
  const printed = report(
    t,
    `${long}
test('objects', () => assert.deepEqual({ list: lines.with(7, 'other'), deep: { deep: { deep: { deep: { deep: 1 } } } } }, { list: lines, deep: {} }));
test('missing', () => assert.deepEqual(lines.slice(0, 4990), lines, 'ten are missing'));
test('matches', () => assert.match(before, /never/));
test('an object', () => { throw { code: 7 }; });`,
  );
  assert.match(printed, /^- {5}'line 7 xxxxx',$/m);
  assert.match(printed, /^\+ {5}'other',$/m);
  assert.match(printed, /^✗ missing\nAssertionError: ten are missing\nfirst difference in line 4991 /m);
  assert.match(
    printed,
    /^✗ matches\nAssertionError: The input did not match the regular expression \/never\/. Input:$/m,
  );
  assert.match(printed, /code: 7/);
  assert.ok(printed.length < 8000, `${printed.length} characters`);
  assert.match(printed, /\ntemporary: 0 passed, 4 failed, 0 skipped\n$/);
});

test('an error tells its message, its frames and its cause', (t) => {
  const printed = report(
    t,
    `test('cause', () => {
  throw new TypeError('outer', { cause: new Error('inner\\n'.repeat(900)) });
});`,
  );
  assert.match(printed, /^✗ cause\nTypeError: outer\n {4}at .*failing\.test\.mjs/m);
  assert.match(printed, /^caused by Error: inner\n/m);
  assert.match(printed, /^… 88\d more lines$/m);
});
