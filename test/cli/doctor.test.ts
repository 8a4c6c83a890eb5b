import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { folderOf, plugboard } from './support.ts';

const list = (keys: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<plist version="1.0"><dict>${keys}</dict></plist>\n`;
/** A binary property list: chatTabEnabled true, disabledBuiltinTools ["Bash"], a number, bytes. */
const binaryPolicy = Buffer.from(
  'YnBsaXN0MDDUAQIDBAUGBwlUYmxvYl5jaGF0VGFiRW5hYmxlZF8QFGRpc2FibGVkQnVpbHRpblRvb2xzVG5vdGVCaGkJoQhUQmFzaBAMCBEWJTxBREVHTAAAAAAAAAEBAAAAAAAAAAoAAAAAAAAAAAAAAAAAAABO',
  'base64',
);

const app = 'com.anthropic.claudefordesktop';
const data = 'Users/ada/Library/Application Support/Claude-3p';
const id = '0b54c4a2-1111-4222-8333-444455556666';
const mac = {
  [`Library/Managed Preferences/${app}.plist`]: binaryPolicy,
  [`Library/Managed Preferences/ada/${app}.plist`]: list('<key>coworkTabEnabled</key><false/>'),
  'Library/Application Support/Claude/org-plugins/desk/.claude-plugin/plugin.json':
    '{ "name": "desk", "version": "1.0.0", "description": "Answers.", "author": { "name": "Desk" }, "installationPreference": "required" }',
  'Library/Application Support/Claude/org-plugins/desk/version.json': '{ "version": "1.0.0" }',
  [`${data}/claude_desktop_config.json`]: '{ "mcpServers": { "notes": { "command": "notes" } } }',
  [`${data}/configLibrary/_meta.json`]: JSON.stringify({ appliedId: id, entries: [{ id, name: 'Local' }] }),
  [`${data}/configLibrary/${id}.json`]: '{ "chatTabEnabled": false }',
  [`Users/ada/Library/Preferences/${app}.plist`]: list('<key>chatTabEnabled</key><false/>'),
  'Users/Shared/readme.txt': '',
  'Applications/Claude.app/Contents/Info.plist': list(
    '<key>CFBundleShortVersionString</key><string>1.40609.0</string>',
  ),
};

test('a Mac: both managed preferences, also in binary format, the app’s version, and what is ignored', (t) => {
  const { code, out, err } = plugboard(folderOf(t, mac), 'doctor', '--root', '.', '--date', '2026-09-01');
  assert.equal(err, '');
  assert.equal(code, 0);
  assert.match(out, /^macOS, user ada\. App 1\.40609\.0 \(\/Applications\/Claude\.app\/Contents\/Info\.plist\)\.\n/);
  assert.match(
    out,
    /Read\n {2}Policy of the computer: \/Library\/Managed Preferences\/com\.anthropic\.claudefordesktop\.plist \(binary format: /,
  );
  assert.match(
    out,
    /Ignored by the app\n {2}Preferences of the user: \/Users\/ada\/Library\/Preferences\/.* \(the app reads managed preferences only/,
  );
  assert.match(out, /Mistakes in these files: none found/);
  assert.match(out, /For app 1\.40609\.0, 2026-09-01\. The managed policy is in force\./);
  const { effective } = JSON.parse(plugboard(folderOf(t, mac), 'doctor', '--root', '.', '--format', 'json').out);
  assert.deepEqual(
    ['cowork', 'code', 'chat'].map((surface) => effective.surfaces[surface].tab.isOn),
    [false, true, true],
    'the binary file of the computer, and that of the user',
  );
  assert.equal(
    effective.surfaces.code.builtinTools.find(({ name }: { name: string }) => name === 'Bash').state,
    'removed',
  );
  assert.deepEqual(
    effective.plugins.map(({ directory }: { directory: string }) => directory),
    ['desk'],
  );
});

test('a PC: exported hives, and a folder of plugins in the wrong place', (t) => {
  const hive = (name: string, line: string) =>
    `Windows Registry Editor Version 5.00\r\n\r\n[${name}\\SOFTWARE\\Policies\\Claude]\r\n${line}\r\n`;
  const root = folderOf(t, {
    'HKLM.reg': Buffer.from(`\ufeff${hive('HKEY_LOCAL_MACHINE', '"chatTabEnabled"="true"')}`, 'utf16le'),
    'HKCU.reg': Buffer.from(`\ufeff${hive('HKEY_CURRENT_USER', '"coworkTabEnabled"="false"')}`, 'utf16le'),
    'ProgramData/Claude/org-plugins/desk/.claude-plugin/plugin.json': '{ "name": "desk" }',
    'Users/ada/AppData/Local/Claude-3p/claude_desktop_config.json': '{}',
  });
  const { code, out } = plugboard(root, 'doctor', '--root', '.');
  assert.equal(code, 0);
  assert.match(out, /^Windows, user ada\. The version of the app was not found; evaluated for /);
  assert.match(out, /Policy of the computer: HKLM\\SOFTWARE\\Policies\\Claude\n/);
  assert.match(out, /Org plugins in ProgramData: C:\\ProgramData\\Claude\\org-plugins \(the app reads /);
  assert.match(out, /Not there\n {2}Org plugins: C:\\Program Files\\Claude\\org-plugins/);
  const { effective } = JSON.parse(plugboard(root, 'doctor', '--root', '.', '--format', 'json').out);
  assert.equal(effective.surfaces.cowork.tab.isOn, true, 'HKCU does not count beside HKLM');
});

test('Linux: the file in /etc, without a folder of plugins', (t) => {
  const root = folderOf(t, {
    'etc/claude-desktop/managed-settings.json': '{ "chatTabEnabled": true, "managedMcpServer": [] }',
    'etc/claude-code/managed-settings.json': '{ "allowManagedHooksOnly": true }',
    'etc/claude-desktop/org-plugins/desk/.mcp.json': '{}',
    'home/ada/.config/Claude/claude_desktop_config.json': '{}',
  });
  const { code, out } = plugboard(root, 'doctor', '--root', '.', '--format', 'markdown');
  assert.notEqual(code, 2);
  assert.match(out, /^Linux, user ada\. /);
  assert.match(out, /- Claude Code’s managed settings: \/etc\/claude-code\/managed-settings\.json/);
  assert.match(out, /the app has no folder of org plugins on Linux/);
  assert.match(out, /it belongs to the standard app/);
  assert.match(out, /`?managedMcpServer/);
});

test('what cannot be read is said, and nothing is written', (t) => {
  const root = folderOf(t, {
    ...mac,
    [`Library/Managed Preferences/${app}.plist`]: Buffer.from('bplist00garbage'),
  });
  const broken = plugboard(root, 'doctor', '--root', '.');
  assert.equal(broken.code, 2);
  assert.match(broken.err, /is not a valid binary property list/);
  assert.equal(plugboard(root, 'doctor', '--root', 'nowhere').err, 'plugboard: no such folder: nowhere\n');
  const names = (folder: string) => fs.readdirSync(folder, { recursive: true }).sort();
  const before = names(root);
  plugboard(root, 'doctor', '--root', '.');
  assert.deepEqual(names(path.join(root)), before);
});

test('a policy is a policy whatever it contains, and its mistakes are those of the installed app', (t) => {
  const policy = `Library/Managed Preferences/ada/${app}.plist`;
  const unknown = folderOf(t, { ...mac, [policy]: list('<key>nothingKnown</key><string>x</string>') });
  assert.equal(plugboard(unknown, 'doctor', '--root', '.').code, 0, 'it is not refused as unknown');
  // Such wildcards apply since 1.20186.0; the installed app is older.
  const old = list('<key>CFBundleShortVersionString</key><string>1.15000.0</string>');
  const server =
    '[{"name":"crm","transport":"http","url":"https://crm.example.com","toolPolicy":{"delete_*":"blocked"}}]';
  const rules = (more: object) => {
    const root = folderOf(t, {
      ...mac,
      [policy]: list(`<key>managedMcpServers</key><string>${server}</string>`),
      ...more,
    });
    const { out } = plugboard(root, 'doctor', '--root', '.', '--format', 'json');
    return JSON.parse(out).problems.map(({ rule }: { rule: string }) => rule);
  };
  assert.ok(
    rules({ 'Applications/Claude.app/Contents/Info.plist': old }).includes('policy/tool-policy-wildcard-version'),
  );
  assert.ok(!rules({}).includes('policy/tool-policy-wildcard-version'));
});

test('an index of local configurations that names none, or cannot be read, is said', (t) => {
  const index = (text: string) =>
    plugboard(folderOf(t, { ...mac, [`${data}/configLibrary/_meta.json`]: text }), 'doctor', '--root', '.');
  assert.match(index('{ "entries": [] }').out, /configLibrary\/_meta\.json \(no configuration is applied\)/);
  const broken = index('{ "appliedId": ');
  assert.equal(broken.code, 2);
  assert.match(broken.err, /_meta\.json: it is not valid JSON/);
});

test('of several users none is guessed', (t) => {
  const root = folderOf(t, { ...mac, 'Users/bob/x.txt': '' });
  assert.match(plugboard(root, 'doctor', '--root', '.').out, /^macOS, no user’s settings: name one with --user\./);
  assert.match(plugboard(root, 'doctor', '--root', '.', '--user', 'ada').out, /^macOS, user ada\./);
});

test('--links makes each file of the Markdown a link that opens it', (t) => {
  const root = folderOf(t, { 'etc/claude-desktop/managed-settings.json': '{ "inferenceProvider": "anthropic" }' });
  const args = ['doctor', '--root', '.', '--platform', 'linux', '--format', 'markdown'];
  const file = path.join(root, 'etc/claude-desktop/managed-settings.json');
  const link = `[/etc/claude-desktop/managed-settings.json](<file://${file}>)`;
  assert.ok(plugboard(root, ...args, '--links').out.includes(link));
  assert.ok(!plugboard(root, ...args).out.includes('file://'));
});
