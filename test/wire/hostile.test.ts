import assert from 'node:assert/strict';
import { test } from 'node:test';
import { kinds } from '../../server/core/kinds/index.ts';
import { requests } from '../../server/protocol.ts';
import { at, connect } from './support.ts';

const paths = [
  'policy.json',
  'claude_desktop_config.json',
  'org-plugins/a/.mcp.json',
  'org-plugins/a/.claude-plugin/plugin.json',
  'org-plugins/a/version.json',
  'org-plugins/a/hooks/hooks.json',
  'org-plugins/a/skills/s/SKILL.md',
  'org-plugins/a/agents/x.md',
  'org-plugins/a/commands/x.md',
];

const texts = [
  '',
  '\0\ufeff\ud800',
  'null',
  '[]',
  '"text"',
  '['.repeat(100_000),
  '{"a":'.repeat(50_000),
  '{"__proto__": {"x": 1}, "constructor": {"prototype": 1}, "toString": [], "": null}',
  '{"mcpServers": {"__proto__": {"command": 1}, "toString": null, "x": []}, "managedMcpServers": {"a": 1}, "hooks": [[[]]]}',
  '{"managedMcpServers": [null, [], 1, {"name": {}, "toolPolicy": []}], "orgPluginSettings": [[{}]], "inferenceProvider": []}',
  `---\n${'- '.repeat(2_000)}\n---\n`,
  `---\n${'['.repeat(10_000)}\n---\n`,
  '---\na: &a [*a, *a]\n<<: *b\n? [x]: y\n!!js/function z: "\\ud800"\n---\n',
  '---\nname: [a, {b: c}]\ntools: {x: 1}\nhooks: 3\ndescription: 2020-01-01\n---\n[x]: [y](z)\n```\n',
  `---\nname: x\n---\n${'> '.repeat(5_000)}\n${'* '.repeat(5_000)}\n${'[('.repeat(5_000)}`,
  '---\r\nname: |\r\n  x\r\n---',
  '---',
];

for (const path of paths) {
  test(`nothing in ${path} stops the server`, async (context) => {
    const client = await connect(context, { kinds });
    const textDocument = { uri: at(path) };
    await client.open(path, '{}', path.endsWith('.md') ? 'markdown' : 'json');
    for (const text of texts) {
      await client.change(path, text);
      const position = { line: 0, character: text.length >> 1 };
      const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
      await client.connection.sendRequest('textDocument/completion', { textDocument, position });
      await client.connection.sendRequest('textDocument/hover', { textDocument, position });
      await client.connection.sendRequest('textDocument/documentSymbol', { textDocument });
      await client.connection.sendRequest('textDocument/codeAction', {
        textDocument,
        range,
        context: { diagnostics: [] },
      });
      assert.ok(
        await client.connection.sendRequest(requests.effective, { policies: [{ uri: at(path), role: 'managed' }] }),
      );
      await client.connection.sendRequest(requests.tree, null);
    }
    assert.deepEqual(client.log, []);
  });
}
