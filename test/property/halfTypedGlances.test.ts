import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contains } from '../../server/core/base/text.ts';
import { codeLenses } from '../../server/core/features/codeLenses.ts';
import { inlayHints } from '../../server/core/features/hints/inlayHints.ts';
import { selectionRanges } from '../../server/core/features/selectionRanges.ts';
import { glance, quay } from '../core/features/glance.ts';
import { base } from '../support/lint.ts';

/** The number of characters between the offsets at which the text is cut off. */
const step = 23;
const texts = Object.entries(quay).filter(([path]) => !path.endsWith('.sh'));

for (const [path, whole] of texts) {
  test(`half-typed ${path}: lenses, hints and selections stay within the text`, () => {
    for (let length = 0; length <= whole.length; length += step) {
      const text = whole.slice(0, length);
      const { workspace, result, tools } = glance({ [path]: text });
      const document = workspace.get(`${base}/${path}`);
      if (!document) continue;
      const all = { start: 0, end: length };
      const effective = () => result;
      for (const { range, title } of codeLenses(document, workspace, effective)) {
        assert.ok(contains(all, range), title);
        assert.doesNotMatch(title, /undefined|null|NaN/);
      }
      for (const { label } of inlayHints(document, all, { workspace, tools, sizes: new Map(), effective })) {
        assert.doesNotMatch(label, /undefined|null|NaN/);
      }
      for (const offset of [0, length >> 1, length]) {
        assert.deepEqual(selectionRanges(document, offset).at(-1), all);
      }
    }
  });
}
