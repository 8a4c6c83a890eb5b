import assert from 'node:assert/strict';
import { compatibleFixes } from '../../server/core/base/compatibleFixes.ts';
import { applyEdits, type TextEdit } from '../../server/core/base/text.ts';
import type { LintSettings } from '../../server/core/lint/activeRules.ts';
import { Linter } from '../../server/core/lint/linter.ts';
import { propertiesOf } from '../../server/core/syntax/node.ts';
import { breakOf } from '../../server/core/syntax/syntax.ts';
import { parse } from '../../server/core/workspace/parse.ts';
import type { Workspace } from '../../server/core/workspace/workspace.ts';

/** After this number of rounds, no fixes may be left in any workspace. */
const rounds = 10;

/**
 * Applies all fixes that need no review repeatedly, and asserts after each round that no text became unreadable and that no
 * top-level key of front matter became part of another value.
 * @returns how many fixes were applied.
 */
export function fixAllSafely(workspace: Workspace, settings: LintSettings): number {
  let applied = 0;
  for (let round = 0; round < rounds; round++) {
    const found = [...new Linter(workspace, () => settings).all().values()].flat();
    const fixes = compatibleFixes(found, ({ files }) => !files?.length);
    if (fixes.length === 0) return applied;
    applied += fixes.length;
    const edits = new Map<string, TextEdit[]>();
    for (const { uri, fix } of fixes) {
      for (const edit of fix.edits) edits.set(edit.uri ?? uri, [...(edits.get(edit.uri ?? uri) ?? []), edit]);
    }
    for (const [uri, ofFile] of edits) {
      const before = workspace.get(uri);
      const after = before && workspace.set(uri, applyEdits(before.text, ofFile), { isEdited: true });
      if (!before || !after) continue;
      const what = `${uri}: ${fixes.filter((each) => each.uri === uri).map(({ fix }) => fix.title)}\n${after.text}`;
      assert.ok(!breakOf(parse(after)) || breakOf(parse(before)), `broken: ${what}`);
      const kept = new Set(propertiesOf(parse(after).root).map(({ key }) => key));
      const fields = parse(before).frontMatter ? propertiesOf(parse(before).root) : [];
      for (const { key } of fields) {
        assert.ok(kept.has(key) || !Object.hasOwn(before.kind.schema.properties ?? {}, key), `lost ${key}: ${what}`);
      }
    }
  }
  return applied;
}
