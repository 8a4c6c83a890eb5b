import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { requests } from '../../server/protocol.ts';
import { diskServer } from '../support/diskServer.ts';
import { folderOf, plugboard } from './support.ts';

/** The command line and the editor give the same answer about the same files. */

interface Answer {
  readonly surfaces: { readonly cowork: { readonly servers: readonly { readonly name: string }[] } };
}
const servers = ({ surfaces }: Answer): string[] => surfaces.cowork.servers.map(({ name }) => name);

function fromCommandLine(folder: string): string[] {
  const { code, out, err } = plugboard(folder, 'effective', '--format', 'json');
  assert.equal(code, 0, err);
  return servers(JSON.parse(out) as Answer);
}

/** An editor on a folder, in which texts are typed. */
async function editor(t: TestContext, folder: string) {
  const connection = await diskServer(t, folder);
  const uriOf = (name: string) => pathToFileURL(path.join(folder, name)).href;
  return {
    open: (name: string, text: string) =>
      connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri: uriOf(name), languageId: 'xml', version: 1, text },
      }),
    change: (name: string, version: number, text: string) =>
      connection.sendNotification('textDocument/didChange', {
        textDocument: { uri: uriOf(name), version },
        contentChanges: [{ text }],
      }),
    servers: async () => servers(await connection.sendRequest<Answer>(requests.contract, null)),
  };
}

test('a value that cannot be read leaves the rest of a policy whole', async (t) => {
  const text = `<?xml version="1.0" encoding="UTF-8"?>
<plist version="1.0"><dict>
<key>inferenceProvider</key><string>vertex</string>
<key>coworkEgressAllowedHosts</key><string>["a.example.com" "b"]</string>
<key>managedMcpServers</key><array><dict>
<key>name</key><string>docs</string>
<key>transport</key><string>http</string>
<key>url</key><string>https://docs.example.com/mcp</string>
</dict></array>
</dict></plist>
`;
  const renamed = text.replace('docs<', 'docs-renamed<');
  const folder = folderOf(t, { 'policy.plist': text });
  const typed = await editor(t, folder);
  assert.deepEqual(fromCommandLine(folder), ['docs']);
  assert.deepEqual(await typed.servers(), ['docs']);
  await typed.open('policy.plist', text);
  await typed.change('policy.plist', 2, renamed);
  fs.writeFileSync(path.join(folder, 'policy.plist'), renamed);
  assert.deepEqual(fromCommandLine(folder), ['docs-renamed']);
  assert.deepEqual(await typed.servers(), ['docs-renamed']);
});
