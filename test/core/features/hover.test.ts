import assert from 'node:assert/strict';
import { test } from 'node:test';
import { code, escapeMarkdown } from '../../../server/core/base/markdown.ts';
import { join } from '../../../server/core/base/uri.ts';
import { complete } from '../../../server/core/features/completion/complete.ts';
import { hover } from '../../../server/core/features/hover.ts';
import { viewOf } from '../../../server/core/lint/workspaceView.ts';
import { base, settings, workspaceOf } from '../../support/lint.ts';
import { atCursor, context } from './cursor.ts';

const at = (marked: string) => {
  const { document, offset } = atCursor(marked);
  const found = hover(document, offset, context);
  return found && { ...found, text: document.text.slice(found.range.start, found.range.end) };
};

test('a key: title, name, type, values, history, consequence, source', () => {
  assert.equal(
    at('{"ena<|>bled": true}')?.markdown,
    [
      '**Enabled** · `enabled` *boolean*',
      'Whether it runs.',
      'Default: `true`.',
      'Since 1.50000.0. Your minimum version, 1.40000.0, ignores it.',
      'When it is wrong: it is ignored',
      '[Documentation](https://example.com/docs)',
    ].join('\n\n'),
  );
});

const cards: [marked: string, text: string, says: RegExp][] = [
  ['{"mo<|>de": "fast"}', '"mode"', /Allowed: `fast`, `slow`\. Default: `fast`\.[\s\S]*our reading/],
  ['{"model": "op<|>us"}', '"opus"', /^`opus`: The large one\./],
  ['{"old<|>": 1}', '"old"', /Deprecated: Use `name`\./],
  ['{"servers": [{"transport": "http", "url<|>": ""}]}', '"url"', /`url` \*string\*/],
  ['{"tools": ["Re<|>ad"]}', '"Read"', /^`Read`: built in\n\n---\n\n`tools` \*list of string\*/],
  ['---\nmo<|>del: opus\n---\n', 'model', /`model`/],
  ['---\nmodel: op<|>us\n---\n', 'opus', /The large one/],
];
for (const [marked, text, says] of cards) {
  test(`hover at ${JSON.stringify(marked)}`, () => {
    assert.equal(at(marked)?.text, text);
    assert.match(at(marked)?.markdown ?? '', says);
  });
}

for (const marked of ['{"unknown<|>": 1}', '{ <|> }', '<|>', '---\nname: x\n---\nBo<|>dy']) {
  test(`no card at ${JSON.stringify(marked)}`, () => assert.equal(at(marked), undefined));
}

test('what the document says is never repeated', () => {
  assert.doesNotMatch(at('{"name": "s3cr<|>et-token"}')?.markdown ?? 's3cret', /s3cret/);
});

test('words of a document cannot become Markdown', () => {
  assert.equal(code('a`b'), '``a`b``');
  assert.equal(escapeMarkdown('[x](http://e) <b>\n# y'), '\\[x\\]\\(http://e\\) \\<b\\> \\# y');
  assert.match(at('{"map": {"a`](x)": {"comm<|>and": ""}}}')?.markdown ?? '', /`command`/);
  assert.match(at('{"map": {"a`]<|>(x)": {"command": ""}}}')?.markdown ?? '', /``a`\]\(x\)``/);
});

test('what a server says of its tool is shown as text, in hovers and in completion', () => {
  const description =
    'Reads.\n\n![t](https://evil.example/p.png)\n\n[**Click to fix**](command:plugboard.discoverTools?%5B%5D)';
  const policy =
    '{ "inferenceProvider": "anthropic", "managedMcpServers": [{ "name": "crm", "transport": "http", "url": "https://crm.example/mcp", "toolPolicy": { "read_a": "allow" } }] }';
  const workspace = workspaceOf({
    '.plugboard.tools.json': JSON.stringify({ crm: [{ name: 'read_a', description }] }),
    'policy.json': policy,
  });
  const document = workspace.get(join(base, 'policy.json'));
  assert.ok(document);
  const offset = policy.indexOf('read_a') + 2;
  const { target } = settings;
  const shown = hover(document, offset, { workspace: viewOf(workspace, new Set()), target })?.markdown ?? '';
  assert.match(shown, /Reads\./);
  const items = complete(document, offset, { workspace: viewOf(workspace, new Set()), target });
  const offered = items.find(({ label }) => label === 'read_a')?.documentation ?? '';
  for (const markdown of [shown, offered]) assert.doesNotMatch(markdown, /(?<!\\)[[\]!](?=[t(*])|[\r\n]!/);
});
