import assert from 'node:assert/strict';
import { test } from 'node:test';
import { badPolicy, folderOf, plugboard } from './support.ts';

const entry = { rules: ['policy/server-url-https'], files: ['fleet/**'], reason: 'The lab has no certificates.' };
const files = { 'fleet/policy.json': badPolicy, '.plugboard.json': JSON.stringify({ suppress: [entry] }) };
const json = (folder: string, ...args: readonly string[]) =>
  JSON.parse(plugboard(folder, 'check', ...args, '--format', 'json').out) as {
    documents: number;
    suppressed: number;
    problems: { rule: string; file: string }[];
  };
const rules = ({ problems }: ReturnType<typeof json>) => problems.map(({ rule }) => rule);

test('what is ignored is no problem, and is counted', (t) => {
  const folder = folderOf(t, files);
  const { suppressed, ...rest } = json(folder);
  assert.equal(suppressed, 1);
  assert.ok(!rules({ suppressed, ...rest }).includes('policy/server-url-https'));
  const { code, out } = plugboard(folder, 'check');
  assert.equal(code, 0);
  assert.match(out, /2 files checked: .*1 ignored\.\n$/);
});

test('a settings file above what is checked counts, and is not checked itself', (t) => {
  const folder = folderOf(t, files);
  const found = json(folder, 'fleet/policy.json');
  assert.deepEqual([found.documents, found.suppressed], [1, 1]);
});

test('--no-suppressions shows everything', (t) => {
  const { code, out } = plugboard(folderOf(t, files), 'check', '--no-suppressions');
  assert.equal(code, 1);
  assert.match(out, /policy\/server-url-https/);
  assert.doesNotMatch(out, /ignored/);
});

test('what is not needed any more is said only where all the files were looked at', (t) => {
  const unused = JSON.stringify({ suppress: [{ ...entry, files: ['elsewhere'] }] });
  const folder = folderOf(t, { ...files, '.plugboard.json': unused });
  assert.ok(rules(json(folder)).includes('config/unused-suppression'));
  assert.ok(!rules(json(folder, '.plugboard.json', 'fleet')).includes('config/unused-suppression'));
});

test('SARIF holds what is ignored, with its reason', (t) => {
  const { out } = plugboard(folderOf(t, files), 'check', '--format', 'sarif');
  const results: { ruleId: string; suppressions?: unknown }[] = JSON.parse(out).runs[0].results;
  const ignored = results.filter(({ suppressions }) => suppressions);
  assert.deepEqual(
    ignored.map(({ ruleId, suppressions }) => [ruleId, suppressions]),
    [['policy/server-url-https', [{ kind: 'external', justification: entry.reason }]]],
  );
});

test('--fix leaves alone what is ignored', (t) => {
  const folder = folderOf(t, files);
  plugboard(folder, 'check', '--fix');
  assert.equal(json(folder).suppressed, 1);
});
