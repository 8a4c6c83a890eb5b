import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { type TestContext, test } from 'node:test';
import fc from 'fast-check';
import { parse } from 'plist';
import type { PolicyEntry, PolicyFormat } from '../../server/core/policy/convert/policyFormat.ts';
import { readPolicy } from '../../server/core/policy/convert/readPolicy.ts';
import { textOf } from '../../server/core/policy/convert/valueText.ts';
import { writePolicy } from '../../server/core/policy/convert/writePolicy.ts';
import { policySyntax } from '../../server/core/policy/policySyntax.ts';
import { asJson, policies } from '../support/policies.ts';
import { seedOf } from '../support/property.ts';
import { emptyHive } from './readers/hive.ts';
import { folderOf } from './support.ts';

/** Other programs read what Plugboard writes. */
const runs = Number(process.env.RUNS ?? 1000);
const generated: readonly (readonly PolicyEntry[])[] = fc
  .sample(policies, { numRuns: runs, seed: seedOf('programs that are not ours') })
  .map((entries) => readPolicy(policySyntax.parse(asJson(entries))).entries);

const texts = (to: PolicyFormat): string[] => generated.map((entries) => writePolicy(entries, to).text);
/** The expected content of a format that has only strings. */
const expected = generated.map((entries) => Object.fromEntries(entries.map(({ key, value }) => [key, textOf(value)])));

const isThere = (command: string): boolean => spawnSync(command, ['--help'], { stdio: 'ignore' }).error === undefined;

/** Returns the keys of the app in a profile, or in preferences. */
function keysOf(list: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const [payload] = Array.isArray(list.PayloadContent) ? list.PayloadContent : [list];
  return Object.fromEntries(Object.entries(payload as object).filter(([key]) => !key.startsWith('Payload')));
}

test('plist, a package for Node, reads every property list', () => {
  for (const format of ['plist', 'mobileconfig'] as const) {
    for (const [index, text] of texts(format).entries())
      assert.deepEqual(keysOf(parse(text) as Record<string, unknown>), expected[index], text);
  }
  console.log(`  plist: 2 × ${generated.length} policies`);
});

test('plistlib of Python reads every property list', (t: TestContext) => {
  if (!isThere('python3')) return t.skip('python3 is not installed');
  for (const format of ['plist', 'mobileconfig'] as const) {
    const folder = folderOf(t, Object.fromEntries(texts(format).map((text, index) => [`${index}.plist`, text])));
    const program =
      'import glob,json,plistlib\nprint(json.dumps({f: plistlib.load(open(f,"rb")) for f in glob.glob("*.plist")}))';
    const { stdout, stderr, status } = spawnSync('python3', ['-c', program], {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    assert.equal(status, 0, stderr);
    const found = JSON.parse(stdout) as Record<string, Record<string, unknown>>;
    for (const [index, keys] of expected.entries()) assert.deepEqual(keysOf(found[`${index}.plist`] ?? {}), keys);
  }
  console.log(`  plistlib: 2 × ${generated.length} policies`);
});

test('hivexregedit reads every registry file', (t: TestContext) => {
  if (!isThere('hivexregedit')) return t.skip('hivexregedit is not installed');
  // All policies are in one hive, each under a separate key.
  const merged = texts('reg')
    .map((text, index) => text.replace('Policies\\Claude]', `Policies\\Case${index}]`).replace(/^Windows.*\r\n/, ''))
    .join('');
  const folder = folderOf(t, { 'a.hive': emptyHive(), 'a.reg': `Windows Registry Editor Version 5.00\r\n${merged}` });
  const hivex = (...args: string[]) => {
    const run = spawnSync('hivexregedit', args, {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      env: { ...process.env, PERL_UNICODE: 'SD' },
    });
    assert.equal(run.status, 0, run.stderr);
    return run.stdout;
  };
  const prefix = ['--prefix', 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies'];
  hivex('--merge', ...prefix, 'a.hive', 'a.reg');
  const found = sectionsOf(hivex('--export', ...prefix, 'a.hive', '\\'));
  const readable = [...expected.entries()].filter(([, keys]) => !Object.values(keys).some(isBeyondPerl));
  for (const [index, keys] of readable) assert.deepEqual(found.get(`Case${index}`) ?? {}, keys);
  console.log(`  hivexregedit: ${readable.length} policies`);
});

/** Perl’s encodings replace code points that are not characters. */
const isBeyondPerl = (text: string): boolean => /\p{Noncharacter_Code_Point}/u.test(text);

/** Parses the output of hivexregedit: each value on one line, strings as UTF-16 bytes. */
function sectionsOf(exported: string): Map<string, Record<string, string>> {
  const sections = new Map<string, Record<string, string>>();
  let current: Record<string, string> = {};
  for (const line of exported.split('\n')) {
    const section = /^\[.*\\([^\\\]]+)\]$/.exec(line)?.[1];
    if (section) {
      current = {};
      sections.set(section, current);
    }
    const [, name, bytes] = /^"((?:[^"\\]|\\.)*)"=hex\(1\):([\da-f,]*)$/.exec(line) ?? [];
    if (name === undefined || bytes === undefined) continue;
    const buffer = Buffer.from(bytes.replaceAll(',', ''), 'hex');
    current[name.replace(/\\(.)/g, '$1')] = buffer.toString('utf16le').replace(/\0$/, '');
  }
  return sections;
}
