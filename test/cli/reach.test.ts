import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import reachCases from '../core/effective/reachCases.json';
import { compareReach, type ExpectedLines } from '../support/reachCase.ts';
import { root } from '../support/root.ts';
import changed from './reachChanges.json';
import { folderOf, plugboard } from './support.ts';

interface Reached {
  readonly id: string;
  readonly reach: readonly {
    readonly lines: readonly { id: string; level: string; message: string; surfaces: string[] }[];
  }[];
}

test('the cases on reach come out of the command line', () => {
  const file = path.join(root, 'test/core/effective/reachCases.json');
  const defaults = ['--date', '2026-09-15', '--target-version', '1.46388.4'];
  const { code, out, err } = plugboard(root, 'effective', '--case', file, '--format', 'json', ...defaults);
  assert.equal(code, 0, err);
  const answers: readonly Reached[] = JSON.parse(out);
  const expected = new Map(reachCases.cases.map((one) => [one.id, one.reach as unknown as ExpectedLines]));
  assert.equal(answers.length, expected.size);
  for (const answer of answers) compareReach(answer.id, answer, expected.get(answer.id) ?? {});
});

interface Compared {
  readonly settings: readonly { readonly key: string; readonly class: string }[];
  readonly changes: readonly {
    readonly class: string;
    readonly server: string | null;
    readonly tools: readonly string[];
  }[];
}

test('each change of a setting has its direction', (t) => {
  for (const { id, before, after, settings, changes } of changed.cases) {
    const sides = { 'old.json': before, 'new.json': after };
    const files = Object.entries(sides).map(([name, policy]) => {
      return [name, JSON.stringify({ inferenceProvider: 'vertex', ...policy })] as const;
    });
    const { code, out, err } = plugboard(
      folderOf(t, Object.fromEntries(files)),
      'diff',
      'old.json',
      'new.json',
      '--format',
      'json',
    );
    assert.equal(code, 0, err);
    const found: Compared = JSON.parse(out);
    const counts = <T extends { readonly class: string }>(list: readonly T[]) =>
      list.filter((each) => each.class !== 'no-effect');
    assert.deepEqual(
      counts(found.settings).map((each) => `${each.key} ${each.class}`),
      settings,
      id,
    );
    const named = counts(found.changes).map(
      (each) => `${each.class} ${[each.server ?? '', each.tools.join()].join(' ').trim()}`,
    );
    assert.deepEqual(named, changes, id);
  }
});

const policy = { inferenceProvider: 'vertex', coworkEgressAllowedHosts: ['*'] };

test('text begins with a summary, then reach; minor lines only with --all', (t) => {
  const folder = folderOf(t, { 'policy.json': JSON.stringify(policy) });
  const text = (...more: string[]) => plugboard(folder, 'effective', ...more).out;
  const short = text();
  const at = (words: string) => short.indexOf(words);
  assert.ok(at('Summary') > 0 && at('Summary') < at('What Claude can reach'));
  assert.ok(at('What Claude can reach') < at('Built-in tools'));
  assert.match(short, /Open {7}.*Tools reach every host: `\*` switches the filter off/);
  assert.match(short, /lines about settings of little weight at their defaults: --all/);
  assert.doesNotMatch(short, /favicons/);
  assert.match(text('--all'), /favicons/);
});

test('a server with many tools shares rows, and --all gives each tool its own', (t) => {
  const tools = Array.from({ length: 40 }, (_, i) => `get_${i}`);
  const folder = folderOf(t, {
    'policy.json': JSON.stringify({
      inferenceProvider: 'vertex',
      managedMcpServers: [
        { name: 'docs', transport: 'http', url: 'https://docs.example.com', toolPolicy: { get_7: 'allow' } },
      ],
    }),
    'tools.json': JSON.stringify({ docs: tools }),
  });
  const text = (...more: string[]) => plugboard(folder, 'effective', '--tools', 'tools.json', ...more).out;
  assert.match(text(), /docs \(managed, http, 40 tools\)/);
  assert.match(text(), /get_0, get_1, get_2, get_3 and 35\s+others/);
  assert.doesNotMatch(text(), /^ {2}get_30 /m);
  assert.match(text(), /^ {2}get_7 +Allow/m);
  assert.match(text('--all'), /^ {2}get_30 +User decides/m);
});
