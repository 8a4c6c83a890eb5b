import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { FileChangeType, type PublishDiagnosticsParams } from 'vscode-languageserver-protocol/node';
import { folderOf } from '../cli/support.ts';
import { diskServer } from '../support/diskServer.ts';

const skill = (name: string) => `---\nname: ${name}\ndescription: D.\nallowed_tools: Read\n---\nDo it.\n`;

test('links that come while the server runs are followed as a scan follows them', async (t) => {
  const away = folderOf(t, { 'far/SKILL.md': skill('far'), 'far.md': skill('far') });
  const folder = folderOf(t, {
    'org-plugins/p/.claude-plugin/plugin.json': '{ "name": "p", "description": "P.", "version": "1.0.0" }',
    'org-plugins/p/shared/inner/SKILL.md': skill('inner'),
    'org-plugins/p/skills/real/SKILL.md': skill('real'),
  });
  const connection = await diskServer(t, folder);
  const found = new Set<string>();
  const uriOf = (name: string) => pathToFileURL(path.join(folder, name)).href;
  const shown = (name: string) =>
    new Promise<void>((resolve) => {
      connection.onNotification('textDocument/publishDiagnostics', ({ uri, diagnostics }: PublishDiagnosticsParams) => {
        if (diagnostics.length > 0) found.add(uri);
        if (found.has(uriOf(name))) resolve();
      });
    });
  await shown('org-plugins/p/skills/real/SKILL.md');
  const links: Readonly<Record<string, string>> = {
    'org-plugins/p/skills/far': path.join(away, 'far'),
    'org-plugins/p/agents.md': path.join(away, 'far.md'),
    'org-plugins/p/skills/inner': '../shared/inner',
    'org-plugins/p/skills/up': '..',
    away,
  };
  for (const [name, target] of Object.entries(links)) fs.symlinkSync(target, path.join(folder, name));
  fs.mkdirSync(path.join(folder, 'org-plugins/p/skills/last'));
  fs.writeFileSync(path.join(folder, 'org-plugins/p/skills/last/SKILL.md'), skill('last'));
  const changes = [...Object.keys(links), 'org-plugins/p/skills/last/SKILL.md'].map((name) => ({
    uri: uriOf(name),
    type: FileChangeType.Created,
  }));
  await connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
  await shown('org-plugins/p/skills/last/SKILL.md');
  const ours = [...found].filter((uri) => uri.endsWith('/SKILL.md')).map((uri) => uri.slice(uriOf('').length + 1));
  assert.deepEqual(ours.sort(), [
    'org-plugins/p/skills/inner/SKILL.md',
    'org-plugins/p/skills/last/SKILL.md',
    'org-plugins/p/skills/real/SKILL.md',
  ]);
});
