import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Diagnostic, TextRange } from '../../server/core/base/text.ts';
import { complete } from '../../server/core/features/completion/complete.ts';
import { hover } from '../../server/core/features/hover.ts';
import { symbols } from '../../server/core/features/symbols.ts';
import { Linter } from '../../server/core/lint/linter.ts';
import { viewOf } from '../../server/core/lint/workspaceView.ts';
import type { Document } from '../../server/core/model.ts';
import { walk } from '../../server/core/syntax/node.ts';
import { breakOf } from '../../server/core/syntax/syntax.ts';
import { parse } from '../../server/core/workspace/parse.ts';
import type { Workspace } from '../../server/core/workspace/workspace.ts';
import { formatSamples } from '../support/formats.ts';
import { base, settings, workspaceOf } from '../support/lint.ts';
import { applyFix } from '../support/page.ts';
import { random } from '../support/property.ts';
import { samples } from '../support/samples.ts';
import { askGlances } from './everything.ts';

/** Stretches of JSON, YAML, Markdown, XML and the registry that break things more often than random letters do. */
const shards = [
  '{',
  '}',
  '[',
  ']',
  '"',
  ':',
  ',',
  '\\',
  '\n',
  '---\n',
  '- ',
  '  ',
  '\t',
  '&a ',
  '*a',
  '!!x ',
  '|',
  '>',
  '`',
  '\u0000',
  '\ud800',
  '😀',
  'ſ',
  '${',
  '__proto__',
  'constructor',
  'null',
  '1e999',
  '/*',
  '<<: ',
  '<',
  '</string>',
  '<key>',
  '&',
  '&quot;',
  '<![CDATA[',
  '\\"',
  'hex(7):00,',
  '\\\n',
  '[HKEY_LOCAL_MACHINE\\',
];

/** A sample text after up to five cuts, insertions and doublings. */
const mutated = (text: string): fc.Arbitrary<string> =>
  fc
    .array(
      fc.tuple(
        fc.nat(text.length),
        fc.nat(30),
        fc.oneof(fc.constantFrom(...shards), fc.string({ unit: 'binary', maxLength: 8 }), fc.constant('')),
      ),
      { minLength: 1, maxLength: 5 },
    )
    .map((edits) =>
      edits.reduce((result, [at, cut, insert]) => result.slice(0, at) + insert + result.slice(at + cut), text),
    );

/** A sample with slips of the finger: letters are dropped, doubled or changed, so that the text stays whole and means something else. */
const misspelled = (text: string): fc.Arbitrary<string> => {
  const letters = [...text.matchAll(/[A-Za-z]/g)].map(({ index }) => index);
  const slip = fc.tuple(fc.constantFrom(...letters), fc.constantFrom('', 'x', 'E', '-', 'aa'));
  return fc.array(slip, { minLength: 1, maxLength: 3 }).map((slips) => {
    const byPlace = new Map(slips);
    return [...byPlace.keys()]
      .sort((a, b) => b - a)
      .reduce((result, at) => result.slice(0, at) + byPlace.get(at) + result.slice(at + 1), text);
  });
};

const inside = ({ start, end }: TextRange, text: string): boolean => 0 <= start && start <= end && end <= text.length;

function open(
  path: string,
  text: string,
): { workspace: Workspace; document: Document | undefined; diagnostics: readonly Diagnostic[] } {
  const workspace = workspaceOf({ [path]: text });
  const uri = `${base}/${path}`;
  return {
    workspace,
    document: workspace.get(uri),
    diagnostics: new Linter(workspace, () => settings).all().get(uri) ?? [],
  };
}

/** Everything that people can ask of a document, at some offset. */
function useFeatures(document: Document, workspace: Workspace, offset: number): void {
  const { text } = document;
  const context = { workspace: viewOf(workspace, new Set()), target: settings.target };
  for (const node of walk(parse(document).root)) assert.ok(inside(node.range, text), 'a node lies outside the text');
  for (const item of complete(document, offset, context))
    assert.ok(inside(item.range, text), `completion ${item.label}`);
  const card = hover(document, offset, context);
  if (card) assert.ok(inside(card.range, text), 'the hover lies outside the text');
  for (const symbol of symbols(document)) assert.ok(inside(symbol.range, text), `symbol ${symbol.name}`);
  askGlances(document, workspace, offset);
}

/** How often each problem is found: rule and message, without places. */
const count = (diagnostics: readonly Diagnostic[], same: Diagnostic): number =>
  diagnostics.filter(({ rule, message }) => rule === same.rule && message === same.message).length;
/** Breaks of the file's own syntax. One in a single value may have been hidden before: what a fix brings to light it has not broken. */
const broken = (document: Document | undefined): number => (document && breakOf(parse(document)) ? 1 : 0);

/** Of breaks in the syntax only the first is told: a repair may show the next one, of the same words. */
const isFurther = (left: readonly Diagnostic[], { rule, range }: Diagnostic): boolean =>
  rule.endsWith('/syntax') && left.every((other) => other.rule !== rule || other.range.start > range.start);

function checkFixes(
  path: string,
  text: string,
  { document, diagnostics }: Pick<ReturnType<typeof open>, 'document' | 'diagnostics'>,
): number {
  let tried = 0;
  for (const diagnostic of diagnostics) {
    for (const fix of diagnostic.fixes ?? []) {
      tried++;
      const after = applyFix({ [path]: text }, diagnostic.uri, fix);
      const [newPath = path, newText = ''] = Object.entries(after)[0] ?? [];
      const { document: newDocument, diagnostics: left } = open(newPath, newText);
      // A repaired text may show the next break, which was hidden: only a text that was whole must stay whole.
      if (broken(document) === 0) assert.equal(broken(newDocument), 0, `«${fix.title}» breaks the syntax:\n${newText}`);
      assert.ok(
        count(left, diagnostic) < count(diagnostics, diagnostic) || newPath !== path || isFurther(left, diagnostic),
        `«${fix.title}» leaves «${diagnostic.message}»:\n${newText}`,
      );
    }
  }
  return tried;
}

for (const [path, sample] of Object.entries({ ...samples, ...formatSamples })) {
  test(`${path}: nothing throws, every range lies inside, every fix helps`, (t) => {
    const drawn = random(t, 40);
    let fixes = 0;
    const texts = fc.oneof(
      { weight: 4, arbitrary: mutated(sample) },
      { weight: 4, arbitrary: misspelled(sample) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
    );
    fc.assert(
      fc.property(texts, fc.nat(), (text, at) => {
        const { workspace, document, diagnostics } = open(path, text);
        for (const { range, message } of diagnostics) {
          assert.ok(inside(range, text), message);
          assert.ok(message.length > 0);
        }
        if (document) useFeatures(document, workspace, at % (text.length + 1));
        fixes += checkFixes(path, text, { document, diagnostics });
      }),
      drawn,
    );
    console.log(`${path}: ${drawn.numRuns} texts, ${fixes} fixes`);
  });
}

test('linting after edits equals linting from scratch', (t) => {
  const paths = Object.keys(samples);
  const edit = fc.constantFrom(...paths).chain((path) => fc.tuple(fc.constant(path), mutated(samples[path] ?? '')));
  const plain = (all: ReadonlyMap<string, readonly Diagnostic[]>) =>
    [...all]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([uri, found]) => [
        uri,
        found.map(({ rule, range, message, severity }) => `${severity} ${rule} ${range.start}-${range.end} ${message}`),
      ]);
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => {
      const workspace = workspaceOf(samples);
      const linter = new Linter(workspace, () => settings);
      linter.update();
      const files: Record<string, string> = { ...samples };
      for (const [path, text] of edits) {
        files[path] = text;
        workspace.set(`${base}/${path}`, text);
        linter.diagnosticsFor(`${base}/${path}`);
        linter.update();
      }
      // A policy keeps its kind while it is edited, so the other one is edited too, from the same start.
      const fresh = workspaceOf(samples);
      for (const [path, text] of Object.entries(files)) fresh.set(`${base}/${path}`, text);
      assert.deepEqual(plain(linter.all()), plain(new Linter(fresh, () => settings).all()));
    }),
    random(t, 20),
  );
});
