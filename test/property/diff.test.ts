import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { isDangerous } from '../../server/core/diff/changeWords.ts';
import { compareTools } from '../../server/core/diff/compareTools.ts';
import { matchLines } from '../../server/core/diff/lines.ts';
import { type Comparison, risks } from '../../server/core/diff/model.ts';
import { changeKinds } from '../../server/core/vocabulary/changes.ts';
import { code, name, placeLink, sentence } from '../../server/core/writers/pageMarkdown.ts';
import worked from '../core/effective/cases.json';
import { compare, entry, fleet, page, plugin, sideOf } from '../support/compared.ts';
import { random } from '../support/property.ts';

const key = fc
  .array(fc.constantFrom('a', 'b', '_', '*'), { minLength: 1, maxLength: 4 })
  .map((letters) => letters.join(''));
const tool = fc
  .array(fc.constantFrom('a', 'b', '_'), { minLength: 1, maxLength: 4 })
  .map((letters) => letters.join(''));
const rules = fc.dictionary(key, fc.constantFrom('allow', 'ask', 'blocked'), { maxKeys: 5 });
const version = fc.constantFrom('1.14271.0', '1.22209.0', '1.40609.0', '1.46388.4', '2.7032.0');
const known = fc.uniqueArray(tool, { maxLength: 5 });
const builtins = fc.uniqueArray(fc.constantFrom('Bash', 'Read', 'Edit', 'WebSearch'), { maxLength: 3 });
const url = fc.constantFrom('https://docs.example.com/mcp', 'http://docs.example.com/mcp');
const device = (app: string, tools: readonly string[]) =>
  fc
    .record({
      rules,
      builtins,
      isThere: fc.boolean(),
      url,
      preference: fc.constantFrom('required', 'available', undefined),
      isLocal: fc.boolean(),
      provider: fc.constantFrom('bedrock', 'vertex'),
    })
    .map((of) => ({
      app,
      policy: {
        inferenceProvider: of.provider,
        disabledBuiltinTools: of.builtins,
        isLocalDevMcpEnabled: of.isLocal,
        ...(of.isThere && { managedMcpServers: [entry(of.rules, { url: of.url })] }),
      },
      plugins: of.preference === undefined ? [] : [plugin(of.preference, { review: { command: 'review' } })],
      userServers: { mcpServers: { own: { command: 'own' } } },
      tools: { docs: tools },
    }));
const pair = fc.tuple(version, known).chain(([app, tools]) => fc.tuple(device(app, tools), device(app, tools)));

const mirrored = {
  looser: 'stricter',
  stricter: 'looser',
  'newly-active': 'gone',
  gone: 'newly-active',
  redirected: 'redirected',
  'no-effect': 'no-effect',
} as const;

/** Returns what changed for each tool on each surface, without the wording. */
/** Each change as a text. A tab that is on on one side only is left out: whether a change has an effect there depends on the direction. */
const facts = ({ changes, before, after }: Comparison, swap: boolean): string[] =>
  changes
    .flatMap(({ kind, of, layer, plugin: from, server, tools, unlisted, surfaces, doubtful }) =>
      [
        ...tools,
        ...(unlisted === null ? [] : ['*']),
        ...(tools.length === 0 && unlisted === null ? ['-'] : []),
      ].flatMap((each) =>
        [...surfaces, ...doubtful]
          .filter((surface) => before.surfaces[surface]?.tab.isOn === after.surfaces[surface]?.tab.isOn)
          .map((surface) => JSON.stringify([swap ? mirrored[kind] : kind, of, layer, from, server, each, surface])),
      ),
    )
    .sort();

test('nothing changes between a device and itself', (t) => {
  fc.assert(
    fc.property(pair, ([one]) => {
      const { changes, source, counts } = compare(one, one);
      assert.deepEqual([changes, source, isDangerous(counts)], [[], null, false]);
    }),
    random(t, 100),
  );
});

test('seen from the other side looser is stricter, and what starts is gone', (t) => {
  fc.assert(
    fc.property(pair, ([one, other]) => {
      assert.deepEqual(facts(compare(other, one), true), facts(compare(one, other), false));
    }),
    random(t, 100, 200),
  );
});

test('one more blocked never makes anything looser', (t) => {
  fc.assert(
    fc.property(version, rules, key, known, (app, of, added, tools) => {
      fc.pre(!Object.hasOwn(of, added));
      const make = (policy: Record<string, string>) => ({ app, ...fleet(policy), tools: { docs: tools } });
      const { counts } = compare(make(of), make({ ...of, [added]: 'blocked' }));
      assert.deepEqual([counts.looser, counts['newly-active'], counts.redirected], [0, 0, 0]);
    }),
    random(t, 100, 300),
  );
});

test('changes are ordered, told once for each surface, and their lines are lines of their side', (t) => {
  fc.assert(
    fc.property(pair, ([one, other]) => {
      const [old, now] = [sideOf(one), sideOf(other)];
      const comparison = compareTools(old, now);
      const ranks = comparison.changes.map(({ kind, risk }) => changeKinds.indexOf(kind) * 10 + risks.indexOf(risk));
      assert.deepEqual(
        ranks,
        [...ranks].sort((a, b) => a - b),
      );
      const all = facts(comparison, false).map((fact) => JSON.stringify((JSON.parse(fact) as unknown[]).slice(1)));
      const redirections = comparison.counts.redirected;
      if (redirections === 0) assert.equal(new Set(all).size, all.length);
      for (const { cause } of comparison.changes) {
        if (!cause.line) continue;
        const content = cause.line.sign === '+' ? now.content : old.content;
        assert.ok(content.includes(cause.line.text.replace(/…$/, '')), cause.line.text);
      }
    }),
    random(t, 100, 200),
  );
});

test('lines that are matched are equal and keep their order', (t) => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', 'b', 'c')), fc.array(fc.constantFrom('a', 'b', 'c')), (a, b) => {
      const match = matchLines(a.join('\n'), b.join('\n'));
      match.newToOld.forEach((old, i) => {
        if (old === undefined) return;
        assert.equal(a[old] ?? '', b[i] ?? '');
        assert.equal(match.oldToNew[old], i);
      });
      const kept = match.newToOld.filter((old) => old !== undefined);
      assert.deepEqual(
        kept,
        [...kept].sort((x, y) => x - y),
      );
    }),
    random(t, 100),
  );
});

test('no text from a file leaves its cell', (t) => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (given) => {
      for (const shown of [code(given), name(given), sentence(given), placeLink(given, 3)]) {
        assert.doesNotMatch(shown, /[|\n\r]/);
        assert.doesNotMatch(shown.replace(/`[^`]*`/g, ''), /<(?!\/?code>)|@/);
      }
      assert.match(placeLink(given, 3), /\]\([\w.~%/-]*#L3\)$/);
    }),
    random(t, 300),
  );
});

test('any worked case can be compared with any other, and makes a sound page', () => {
  const inputs = worked.cases.map(({ surface: _, ...input }: { surface?: unknown }) => input);
  const steps = process.env.LONG ? [0, 1, 7, 23] : [0, 7];
  let compared = 0;
  for (const [i, old] of inputs.entries()) {
    for (const step of steps) {
      const now = inputs[(i + step) % inputs.length] ?? old;
      const comparison = compare(old, now);
      if (step === 0) assert.deepEqual(comparison.changes, []);
      assert.deepEqual(facts(compare(now, old), true), facts(comparison, false));
      for (const row of page(old, now)
        .split('\n')
        .filter((line) => /^\| [^S|-]/u.test(line) && line.includes(' → '))) {
        assert.equal(row.match(/\|/g)?.length, 6, row);
      }
      compared++;
    }
  }
  assert.equal(compared, steps.length * inputs.length);
  assert.ok(inputs.length > 50, String(inputs.length));
});
