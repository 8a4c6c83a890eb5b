import assert from 'node:assert/strict';
import { test } from 'node:test';
import { effective } from '../../../server/core/effective/effective.ts';
import { effectiveInput } from '../../../server/core/effective/fromWorkspace.ts';
import { hover } from '../../../server/core/features/hover.ts';
import { kinds } from '../../../server/core/kinds/index.ts';
import { viewOf } from '../../../server/core/lint/workspaceView.ts';
import { Workspace } from '../../../server/core/workspace/workspace.ts';
import { target } from './cursor.ts';

const policy = 'file:///w/policy.json';
const files: Readonly<Record<string, string>> = {
  [policy]: JSON.stringify({
    inferenceProvider: 'gateway',
    isLocalDevMcpEnabled: false,
    managedMcpServers: [
      {
        name: 'tickets',
        transport: 'http',
        url: 'https://tickets.example.com/mcp',
        toolPolicy: { 'get_*': 'ask', get_issue: 'allow' },
      },
    ],
  }),
  'file:///w/org-plugins/a/.claude-plugin/plugin.json': '{"name":"a","installationPreference":"required"}',
  'file:///w/org-plugins/a/.mcp.json':
    '{"mcpServers":{"tickets":{"type":"http","url":"https://x.example.com"},"pager":{"command":"pager"}}}',
};

const face = {
  place: ({ range }: { range: { start: number } }) => `[${range.start > 0 ? 'there' : 'top'}](x)`,
  tool: (_: string, name: string) => ({ name, readOnly: name !== 'get_issue', destructive: false }),
};

/** Returns the hover at the first occurrence of `word` in a file. */
function card(uri: string, word: string, isRich?: boolean): string {
  const workspace = new Workspace(kinds);
  for (const [address, text] of Object.entries(files)) workspace.set(address, text);
  const document = workspace.get(uri);
  assert.ok(document);
  const tools = new Map([['tickets', [{ name: 'get_issue' }, { name: 'get_board' }, { name: 'drop' }]]]);
  const policies = [{ uri: policy, role: 'managed' as const }];
  const choice = { policies, orgPlugins: 'file:///w/org-plugins', tools, target };
  const found = hover(document, document.text.indexOf(word) + 1, {
    workspace: viewOf(workspace, new Set()),
    target,
    effective: () => effective(effectiveInput(workspace, choice)),
    ...(isRich !== undefined && { format: { ...face, uri, isRich } }),
  });
  return (isRich === undefined ? found?.markdown.split('\n\n---\n\n')[0] : found?.markdown) ?? '';
}

test('a managed server: active, its tools, whom it shadows', () => {
  assert.equal(
    card(policy, '"tickets"'),
    [
      '**tickets** Active · managed · http',
      '3 known tools, in Cowork: 1 Allow, 1 Ask, 1 User decides. 1 pattern, in Cowork: 1 Ask.',
      'Takes precedence over the server of this name in **a**.',
    ].join('\n\n'),
  );
});

test('a server that does not run says why', () => {
  assert.match(
    card('file:///w/org-plugins/a/.mcp.json', '"pager"'),
    /^\*\*pager\*\* Switched off · plugin · stdio\n\nLocal/,
  );
  assert.match(
    card('file:///w/org-plugins/a/.mcp.json', '"tickets"'),
    /^\*\*tickets\*\* Shadowed · plugin · http\n\nManaged server tickets has this name/,
  );
});

test('a tool: what it may do on each surface, and which line says so', () => {
  const text = card(policy, '"get_issue"');
  assert.match(text, /^`get_issue` of \*\*tickets\*\*/);
  assert.match(text, /\| Cowork \| Allow/);
  assert.match(text, /\| Code \| Ask/);
});

test('a wildcard: which of the known tools it matches', () => {
  assert.equal(card(policy, '"get_*"'), '`get_*` matches 2 of 3 known tools of **tickets**: `get_issue`, `get_board`.');
});

test('where the client shows them, cards have icons, places and commands', () => {
  const server = card(policy, '"tickets"', true);
  assert.match(server, /^\*\*tickets\*\* \$\(plug\) Active · managed · http/);
  assert.match(server, /Takes precedence over the server of this name in \*\*a\*\* \(\[there\]\(x\)\)/);
  assert.match(server, /\[Show in panel\]\(command:plugboard\.showEffectiveTools\?/);
  const tool = card(policy, '"get_issue"', true);
  assert.match(tool, /^`get_issue` of \*\*tickets\*\* \$\(warning\) changes data/);
  assert.match(tool, /\| Cowork \| \$\(pass\) Allow( \*\(our reading\)\*)? \| this line \|/);
  assert.match(tool, /\| Code \| \$\(comment\) Ask \| `get_\*`, \[there\]\(x\) \|/);
  assert.match(tool, /In Code, a stricter ask .* takes precedence over an exact entry\. In Chat,/);
});

test('a wildcard says of which tools another line decides', () => {
  const text = card(policy, '"get_*"', true);
  assert.match(text, /^`get_\*` \$\(comment\) Ask matches 2 of 3/);
  assert.match(text, /Overruled for `get_issue` in Cowork by \[there\]\(x\)\./);
});

test('a key of a policy says which servers of this fleet it switches off', () => {
  const text = card(policy, '"isLocalDevMcpEnabled"', true);
  assert.match(text, /\$\(shield\) \*\*Limited:\*\* Users cannot add local MCP servers/);
  assert.match(text, /1 server is affected:\n\n- \*\*pager\*\* \$\(circle-slash\) Switched off · plugin a/);
});
