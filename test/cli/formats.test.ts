import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { parseDocument } from 'htmlparser2';
import { badPolicy, check, folderOf, plugboard } from './support.ts';

const files = { 'a&b/policy.json': badPolicy };
const rule = 'policy/server-url-https';

/** Returns the attributes of all elements of a name, as another XML parser reads them. */
function elements(xml: string, name: string): Record<string, string>[] {
  const found: Record<string, string>[] = [];
  const visit = (nodes: readonly unknown[]): void => {
    for (const node of nodes as { name?: string; attribs?: Record<string, string>; children?: unknown[] }[]) {
      if (node.name === name) found.push(node.attribs ?? {});
      visit(node.children ?? []);
    }
  };
  visit(parseDocument(xml, { xmlMode: true }).children);
  return found;
}

test('junit and checkstyle: every finding, in XML that another parser reads', (t) => {
  const folder = folderOf(t, files);
  const { problems } = check(folder);
  const junit = plugboard(folder, 'check', '--format', 'junit').out;
  assert.equal(elements(junit, 'testcase').length, problems.length);
  assert.equal(elements(junit, 'testcase').find(({ name }) => name === `${rule}:4`)?.file, 'a&b/policy.json');
  assert.equal(
    elements(junit, 'failure').length,
    problems.filter(({ severity }) => severity === 'error' || severity === 'warning').length,
  );
  const checkstyle = plugboard(folder, 'check', '--format', 'checkstyle').out;
  assert.equal(elements(checkstyle, 'error').find(({ source }) => source === rule)?.line, '4');
});

test('gitlab, rdjson and markdown: the place, the level and the rule of each finding', (t) => {
  const folder = folderOf(t, files);
  const gitlab = JSON.parse(plugboard(folder, 'check', '--format', 'gitlab').out) as Record<string, unknown>[];
  assert.deepEqual(gitlab.find(({ check_name }) => check_name === rule)?.location, {
    path: 'a&b/policy.json',
    lines: { begin: 4, end: 4 },
  });
  assert.equal(new Set(gitlab.map(({ fingerprint }) => fingerprint)).size, gitlab.length);
  const { diagnostics } = JSON.parse(plugboard(folder, 'check', '--format', 'rdjson').out);
  const found = diagnostics.find(({ code }: { code: { value: string } }) => code.value === rule);
  assert.equal(found.severity, 'ERROR');
  assert.equal(found.location.range.start.line, 4);
  const markdown = plugboard(folder, 'check', '--format', 'markdown').out;
  assert.match(markdown, /^### Plugboard\n\n1 file checked: 1 error/);
  assert.match(markdown, /^\| error \| `a&b\/policy\.json:4` \| .* \| `policy\/server-url-https` \|$/m);
});

test('annotations, SARIF and GitLab have paths from the root of the repository', (t) => {
  const folder = folderOf(t, { 'fleet/policy.json': badPolicy });
  assert.equal(spawnSync('git', ['init', '-q'], { cwd: folder }).status, 0);
  const inside = path.join(folder, 'fleet');
  assert.match(plugboard(inside, 'check', '--format', 'github').out, /^::error file=fleet\/policy\.json,/m);
  assert.match(plugboard(inside, 'check', '--format', 'sarif').out, /"uri": "fleet\/policy\.json"/);
  assert.match(plugboard(inside, 'check', '--format', 'gitlab').out, /"path": "fleet\/policy\.json"/);
  assert.match(plugboard(inside, 'check', '--format', 'json').out, /"file": "policy\.json"/);
});

test('a baseline leaves out known findings, also if their lines move and from another folder, but no new ones', (t) => {
  const folder = folderOf(t, { 'fleet/policy.json': badPolicy });
  const wrote = plugboard(folder, 'check', '--write-baseline', 'known.json');
  assert.equal(wrote.code, 0, wrote.err);
  assert.match(wrote.err, /known\.json contains \d+ finding/);
  fs.writeFileSync(path.join(folder, 'fleet/policy.json'), `\n\n${badPolicy}`);
  assert.equal(check(folder, '--baseline', 'known.json').problems.length, 0);
  const inside = check(path.join(folder, 'fleet'), '--baseline', '../known.json');
  assert.deepEqual([inside.problems.length, inside.code], [0, 0]);
  const twice = badPolicy.replace(
    '    { "name"',
    '    { "name": "b", "transport": "http", "url": "http://b.example.com" },\n$&',
  );
  fs.writeFileSync(path.join(folder, 'fleet/policy.json'), twice);
  const added = check(folder, '--baseline', 'known.json');
  assert.equal(added.code, 1);
  assert.equal(added.problems.filter((problem) => problem.rule === rule).length, 1);
  fs.writeFileSync(path.join(folder, 'fleet/policy.json'), '{ "inferenceProvider": "anthropic" }');
  assert.match(check(folder, '--baseline', 'known.json').err, /no longer occur here/);
});

test('what an option left out is counted: files with known or hidden findings are never called free of problems', (t) => {
  const folder = folderOf(t, { 'policy.json': badPolicy });
  const all = check(folder, 'policy.json').problems.length;
  const texts = [
    [['--write-baseline', 'known.json'], `${all} written to known.json`],
    [['--baseline', 'known.json'], `${all} in known.json`],
    [['--quiet', '--rule', `${rule}=warning`], 'hidden by --quiet'],
  ] as const;
  for (const [args, words] of texts) {
    const { out } = plugboard(folder, 'check', 'policy.json', ...args);
    assert.ok(out.includes(words), out);
    assert.doesNotMatch(out, /: no problems/);
    const markdown = plugboard(folder, 'check', 'policy.json', ...args, '--format', 'markdown').out;
    assert.ok(markdown.includes(words), markdown);
  }
  const { out } = plugboard(folder, 'check', 'policy.json', '--baseline', 'known.json', '--format', 'json');
  assert.equal((JSON.parse(out) as { leftOut: number }).leftOut, all);
});

test('a baseline that is none, or that cannot be read, is refused', (t) => {
  const folder = folderOf(t, { 'policy.json': badPolicy, 'other.json': '{}' });
  for (const name of ['other.json', 'gone.json']) {
    const { code, err } = plugboard(folder, 'check', 'policy.json', '--baseline', name);
    assert.equal(code, 2);
    assert.match(err, /^plugboard: (other|gone)\.json (is not a baseline|cannot be read)/);
  }
});

test('--output writes the file and prints nothing; --quiet shows errors only; --fail-on decides the exit code', (t) => {
  const folder = folderOf(t, { 'policy.json': badPolicy });
  const written = plugboard(folder, 'check', 'policy.json', '--format', 'json', '-o', 'found.json');
  assert.deepEqual([written.out, written.code], ['', 1]);
  assert.equal(JSON.parse(fs.readFileSync(path.join(folder, 'found.json'), 'utf8')).problems.length > 0, true);
  assert.equal(plugboard(folder, 'check', '-o', 'no/such/folder/x').code, 2);
  const quiet = check(folder, 'policy.json', '--quiet').problems;
  assert.deepEqual([...new Set(quiet.map(({ severity }) => severity))], ['error']);
  const asHint = ['policy.json', '--rule', `${rule}=hint`];
  assert.equal(check(folder, ...asHint).code, 0);
  assert.equal(check(folder, ...asHint, '--fail-on', 'hint').code, 1);
});

test('a misspelled command or option is named; help COMMAND and -V answer', (t) => {
  const folder = folderOf(t, {});
  assert.match(plugboard(folder, 'chek').err, /Did you mean check\?/);
  assert.match(plugboard(folder, 'check', '--fromat', 'json').err, /Did you mean --format\?/);
  assert.match(plugboard(folder, 'help', 'check').out, /^Usage: plugboard check/);
  assert.match(plugboard(folder, '-V').out, /^\d+\.\d+\.\d+\n$/);
});
