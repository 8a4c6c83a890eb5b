import assert from 'node:assert/strict';
import { test } from 'node:test';
import { folds } from '../../../server/core/features/folding.ts';
import { base, workspaceOf } from '../../support/lint.ts';

/** Returns the first and the last line of each fold in a file. */
function folded(name: string, text: string): string[] | undefined {
  const document = workspaceOf({ [name]: text }).get(`${base}/${name}`);
  assert.ok(document, 'the file is one of ours');
  return folds(document)?.map(({ range, kind }) => {
    const lines = text
      .slice(range.start, range.end)
      .split(/\r?\n/)
      .map((line) => line.trim());
    return `${kind}: ${lines[0]} … ${lines.at(-1)}`;
  });
}

test('JSON is left to the editor', () => {
  assert.equal(folded('policy.json', '{\n  "inferenceProvider": "gateway"\n}'), undefined);
});

test('sections, data of several lines and comments of a registry file are folded', () => {
  const text = `Windows Registry Editor Version 5.00

; Claude Desktop
; for the fleet
[HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Claude]
"inferenceProvider"="vertex"
"inferenceModels"=hex(7):61,00,\\
  00,00
"isLocalDevMcpEnabled"=dword:00000001

; one line alone
[-HKEY_CURRENT_USER\\SOFTWARE\\Policies\\Claude]
`;
  const expected = [
    'region: HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Claude] … "isLocalDevMcpEnabled"=dword:00000001',
    'region: hex(7):61,00,\\ … 00,00',
    'comment: ; Claude Desktop … ; for the fleet',
  ];
  assert.deepEqual(folded('claude.reg', text), expected);
  assert.deepEqual(folded('claude.reg', text.replaceAll('\n', '\r\n')), expected);
});

test('dictionaries, lists, JSON texts and comments of a profile are folded', () => {
  const text = `<?xml version="1.0" encoding="UTF-8"?>
<plist version="1.0">
<dict>
  <!-- for
       all -->
  <key>PayloadContent</key>
  <array>
    <dict>
      <key>PayloadType</key>
      <string>com.anthropic.claudefordesktop</string>
      <key>managedMcpServers</key>
      <string>[
        { "name": "docs",
          "transport": "http" }
      ]</string>
      <key>inferenceProvider</key> <string>vertex</string>
    </dict>
  </array>
</dict>
</plist>
`;
  assert.deepEqual(folded('claude.mobileconfig', text), [
    'region: <dict> … </array>',
    'region: <array> … </dict>',
    'region: <dict> … <key>inferenceProvider</key> <string>vertex</string>',
    'region: [ … "transport": "http" }',
    'comment: <!-- for … all -->',
  ]);
});

test('the front matter of Markdown is folded; the Markdown is left to the editor', () => {
  const skill = 'org-plugins/p/skills/tides/SKILL.md';
  const text = '---\nname: tides\ndescription: Reads.\n---\n\n# Tides\n\nLow.\n';
  assert.deepEqual(folded(skill, text), ['region: --- … ---']);
  assert.deepEqual(folded(skill, text.replaceAll('\n', '\r\n')), ['region: --- … ---']);
  assert.equal(folded(skill, '# Tides\n\nLow.\n'), undefined);
});

test('what looks like a comment inside a text of a profile is none', () => {
  const text = `<?xml version="1.0" encoding="UTF-8"?>
<plist version="1.0">
<dict>
  <key>organizationInstructions</key>
  <string><![CDATA[<!-- kept
    as text -->]]></string>
</dict>
</plist>
`;
  assert.deepEqual(
    folded('com.anthropic.claudefordesktop.plist', text)?.filter((fold) => fold.startsWith('comment')),
    [],
  );
});
