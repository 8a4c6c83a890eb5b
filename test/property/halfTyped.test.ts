import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contains, type TextRange } from '../../server/core/base/text.ts';
import { complete } from '../../server/core/features/completion/complete.ts';
import { hover } from '../../server/core/features/hover.ts';
import { symbols } from '../../server/core/features/symbols.ts';
import { kinds } from '../../server/core/kinds/index.ts';
import { viewOf } from '../../server/core/lint/workspaceView.ts';
import type { Document } from '../../server/core/model.ts';
import { parse } from '../../server/core/workspace/parse.ts';
import { Workspace } from '../../server/core/workspace/workspace.ts';
import { target } from '../core/features/cursor.ts';
import { base, lintFiles, workspaceOf } from '../support/lint.ts';
import { samples } from '../support/samples.ts';

const texts: Readonly<Record<string, string>> = {
  'policy.json':
    '{ "inferenceProvider": "gateway", "managedMcpServers": [{ "name": "a😀", "transport": "http", "toolPolicy": { "x_*": "ask" } }], "disabledBuiltinTools": ["Bash"] }',
  'org-plugins/a/.mcp.json':
    '{\r\n  "mcpServers": {\r\n    "docs": { "type": "http", "url": "https://x", "oauth": true, "headers": { "A\\"b": "${X}" } }\r\n  }\r\n}',
  'org-plugins/a/.claude-plugin/plugin.json': '{ "name": "a", "skills": ["./skills/"], "hooks": { "hooks": {} }, }',
  'org-plugins/a/hooks/hooks.json':
    '{ "hooks": { "PreToolUse": [{ "matcher": "Bash", "hooks": [{ "type": "command", "command": "x" }] }] } }',
  'org-plugins/a/agents/x.md':
    '---\nname: x\ntools: [Read, Grep]\nmodel: sonnet # the model\nhooks:\n  PreToolUse:\n    - matcher: "*"\n---\nBody.\n',
  'org-plugins/a/skills/s/SKILL.md':
    '\ufeff---\nname: s\ndescription: >\n  Folded\n  text: here\nallowed-tools: Read,\n  Grep\n---\n',
};

function check({ text }: Document, range: TextRange, where: string): void {
  assert.ok(contains({ start: 0, end: text.length }, range), where);
  assert.ok(range.start <= range.end, where);
}

for (const [path, whole] of Object.entries(texts)) {
  test(`half-typed ${path}: features answer within the text and never throw`, () => {
    const workspace = new Workspace(kinds);
    const uri = `file:///w/${path}`;
    assert.ok(workspace.set(uri, whole), 'no kind');
    const context = { workspace: viewOf(workspace, new Set()), target };
    for (let length = 0; length <= whole.length; length++) {
      const document = { uri, text: whole.slice(0, length), kind: workspace.get(uri)?.kind } as Document;
      for (const offset of new Set([length, length >> 1, Math.max(0, length - 2)])) {
        const where = `${path} ${length} ${offset}`;
        for (const item of complete(document, offset, context)) {
          check(document, item.range, where);
          assert.ok(item.range.start <= offset && offset <= item.range.end, where);
          assert.doesNotMatch(document.text.slice(item.range.start, item.range.end), /\n/, where);
        }
        const card = hover(document, offset, context);
        if (card) check(document, card.range, where);
      }
      for (const symbol of symbols(document)) check(document, symbol.range, `${path} ${length}`);
    }
  });
}

test('half a marketplace is read as far as it goes', () => {
  const path = 'shop/.claude-plugin/marketplace.json';
  const sample = samples[path] ?? '';
  for (let end = 0; end < sample.length; end += 7) {
    const workspace = workspaceOf({ [path]: sample.slice(0, end) });
    const document = workspace.get(`${base}/${path}`);
    assert.ok(document);
    assert.doesNotThrow(() => [...(document.kind.references?.(document, workspace.roots) ?? [])]);
    parse(document);
    lintFiles({ ...samples, [path]: document.text });
  }
});
