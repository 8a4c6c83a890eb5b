import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyEdits } from '../../../server/core/base/text.ts';
import { ignore } from '../../../server/core/features/ignore.ts';
import { Linter } from '../../../server/core/lint/linter.ts';
import { suppressionsOf } from '../../../server/core/lint/suppressions/comments.ts';
import { base, settings, workspaceOf } from '../../support/lint.ts';

test('what is ignored and then no more leaves the text as it was', () => {
  const bad = {
    'org-plugins/a/agents/x.md': '---\r\nname: x y\r\ntools: Nothing, Raed\r\ncolour: red\r\n---\r\nx\r\n',
    'org-plugins/a/skills/s/SKILL.md': '---\nname: Other\nfoo: 1\n---\n${CLAUDE_PLUGIN_ROOT}/nowhere.sh\n',
    'org-plugins/a/commands/c.md': '---\ndescription: x\nallowed-tools: [Raed]   # all\nnested:\n  - a\n---\n$1\n',
  };
  const workspace = workspaceOf(bad);
  let tried = 0;
  for (const [uri, found] of new Linter(workspace, () => settings).all()) {
    const document = workspace.get(uri);
    for (const finding of document ? found : []) {
      const edits = document && ignore(workspace, [base], document, finding, 'because')?.edits;
      if (!document || !edits?.length || edits.some((edit) => edit.uri !== undefined && edit.uri !== uri)) continue;
      tried++;
      const text = applyEdits(document.text, edits);
      const [suppression] = suppressionsOf({ ...document, text });
      assert.ok(suppression, `${finding.rule}:\n${text}`);
      assert.equal(applyEdits(text, [suppression.remove]), document.text, finding.rule);
    }
  }
  assert.ok(tried > 3, `${tried} tried`);
});
