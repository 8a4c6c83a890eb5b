import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Diagnostic } from '../../server/core/base/text.ts';
import { Linter } from '../../server/core/lint/linter.ts';
import { mutated, randomFrom } from '../support/fuzz/mutate.ts';
import { base, settings, workspaceOf } from '../support/lint.ts';
import { random } from '../support/property.ts';
import { samples } from '../support/samples.ts';

/** Returns a sample text after some mutations. */
const changed = (path: string): fc.Arbitrary<string> =>
  fc.nat().map((number) => mutated(samples[path] ?? '', samples[path] ?? '', randomFrom(number)));

test('linting after edits equals linting from scratch', (t) => {
  const paths = Object.keys(samples);
  const edit = fc.constantFrom(...paths).chain((path) => fc.tuple(fc.constant(path), changed(path)));
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
      // A policy keeps its kind while it is edited, so the other one is edited in the same way from the same start.
      const fresh = workspaceOf(samples);
      for (const [path, text] of Object.entries(files)) fresh.set(`${base}/${path}`, text);
      assert.deepEqual(plain(linter.all()), plain(new Linter(fresh, () => settings).all()));
    }),
    random(t, 20),
  );
});
