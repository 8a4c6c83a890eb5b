import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Disk } from '../support/sequences/disk.ts';
import type { Editor } from '../support/sequences/editor.ts';
import { assertFresh, withEditor } from '../support/sequences/sequence.ts';

/** Found by random sequences: each of these left findings that a fresh server did not have, or lacked some. */

const server = '{ "mcpServers": { "crm": { "type": "htp", "url": "https://a.example" } } }';
const skill = '---\nname: other\ndescription: D.\n---\n';

/** Runs `act` on a folder with the content of `fill`, and asserts that `file` then has findings of exactly these rules. */
function after(
  title: string,
  fill: (disk: Disk) => void,
  act: (editor: Editor) => void | Promise<void>,
  file: string,
  rules: readonly string[],
): void {
  test(title, () =>
    withEditor(fill, async (editor) => {
      await act(editor);
      await editor.followDisk();
      await editor.rest();
      const lines = editor.shown()[editor.disk.uri(file)] ?? [];
      assert.deepEqual(
        lines.map((line) => line.split(' ')[2]),
        rules,
      );
      await assertFresh(editor);
    }),
  );
}

after(
  'files that come together with settings that say the same as before are looked at',
  () => {},
  ({ disk }) => {
    disk.write('.plugboard.json', '{ "suppress": [] }');
    disk.write('kit/.claude-plugin/plugin.json', '{ "name": "kit" }');
    disk.write('kit/.mcp.json', server);
  },
  'kit/.mcp.json',
  ['mcp/unknown-type'],
);

after(
  'a file that is reached through a link changes with what it leads to',
  (disk) => {
    disk.write('src/kit/.mcp.json', '{ "mcpServers": {} }');
    disk.link('org-plugins/kit', 'src/kit');
    disk.write('src/kit/.claude-plugin/plugin.json', '{ "name": "kit" }');
  },
  ({ disk }) => void disk.write('src/kit/.mcp.json', server),
  'org-plugins/kit/.mcp.json',
  ['mcp/unknown-type'],
);

after(
  'what comes into a linked folder is looked at through the link, too',
  (disk) => {
    disk.write('src/kit/.claude-plugin/plugin.json', '{ "name": "kit" }');
    disk.link('org-plugins/kit', 'src/kit');
  },
  ({ disk }) => void disk.write('src/kit/.mcp.json', server),
  'org-plugins/kit/.mcp.json',
  ['mcp/unknown-type'],
);

after(
  'a link that led nowhere is followed when its target comes',
  (disk) => {
    disk.link('org-plugins/kit', 'src/kit');
  },
  ({ disk }) => {
    disk.write('src/kit/.claude-plugin/plugin.json', '{ "name": "kit" }');
    disk.write('src/kit/.mcp.json', server);
  },
  'org-plugins/kit/.mcp.json',
  ['mcp/unknown-type'],
);

after(
  'what a link led to goes with its target',
  (disk) => {
    disk.write('src/kit/.claude-plugin/plugin.json', '{ "name": "kit" }');
    disk.write('src/kit/.mcp.json', server);
    disk.link('org-plugins/kit', 'src/kit');
  },
  ({ disk }) => disk.remove('src'),
  'org-plugins/kit/.mcp.json',
  [],
);

after(
  'a link out of its plugin is not followed, whatever made its folder a plugin',
  (disk) => {
    disk.write('org-plugins/a/skills/one/SKILL.md', skill);
    disk.write('org-plugins/a/.claude-plugin/plugin.json', '{ "name": "a" }');
  },
  ({ disk }) => void disk.link('org-plugins/b/skills/one/SKILL.md', 'org-plugins/a/skills/one/SKILL.md'),
  'org-plugins/b/skills/one/SKILL.md',
  [],
);

after(
  'a folder, or a link to one, gives way to a file of its name',
  (disk) => {
    disk.write('org-plugins/p/skills/one/SKILL.md', skill);
    disk.link('policy.mobileconfig', 'org-plugins/p');
  },
  ({ disk }) => {
    disk.remove('policy.mobileconfig');
    disk.write('policy.mobileconfig', '<plist/>');
  },
  'policy.mobileconfig/skills/one/SKILL.md',
  [],
);

after(
  'a file gives way to a folder of its name',
  (disk) => void disk.write('org-plugins/p/skills', 'text'),
  ({ disk }) => {
    disk.remove('org-plugins/p/skills');
    disk.write('org-plugins/p/skills/one/SKILL.md', skill);
  },
  'org-plugins/p/skills/one/SKILL.md',
  ['skill/plugin-without-manifest', 'skill/name-not-folder'],
);

after(
  'a file that is no text any more has no findings',
  (disk) => {
    disk.write('org-plugins/kit/.claude-plugin/plugin.json', '{ "name": "kit" }');
    disk.write('org-plugins/kit/.mcp.json', server);
  },
  ({ disk }) => void disk.write('org-plugins/kit/.mcp.json', 'binary \0'),
  'org-plugins/kit/.mcp.json',
  [],
);

after(
  'JSON that has grown too large to be a policy is data',
  (disk) => void disk.write('fleet.json', '{ "inferenceProvider": "x" }'),
  ({ disk }) => void disk.write('fleet.json', `{ "inferenceProvider": "x" }${' '.repeat(4_000_001)}`),
  'fleet.json',
  [],
);

after(
  'a link out of its plugin stays unread when the document that hid it is closed',
  (disk) => {
    disk.write('org-plugins/a/.claude-plugin/plugin.json', '{ "name": 1 }');
    disk.write('org-plugins/b/skills/one/SKILL.md', skill);
  },
  async (editor) => {
    const file = 'org-plugins/b/.claude-plugin/plugin.json';
    await editor.openFile(file, '{ "name": 2 }', true);
    editor.disk.link(file, 'org-plugins/a/.claude-plugin/plugin.json');
    await editor.followDisk();
    await editor.close(file);
  },
  'org-plugins/b/.claude-plugin/plugin.json',
  [],
);

const off = '{ "rules": { "agent/unknown-tool": "off" } }';
const withAgent = (disk: Disk) => {
  disk.write('kit/.claude-plugin/plugin.json', '{ "name": "kit" }');
  disk.write('kit/agents/a.md', '---\nname: a\ndescription: A.\ntools: Raed\n---\n');
};

after(
  'settings that were typed and not saved end with their document',
  (disk) => {
    withAgent(disk);
    disk.write('.plugboard.json', '{}');
  },
  async (editor) => {
    await editor.openFile('.plugboard.json', '{}');
    await editor.edit('.plugboard.json', 0, 2, off);
    await editor.rest();
    assert.deepEqual(editor.shown(), {});
    await editor.close('.plugboard.json');
  },
  'kit/agents/a.md',
  ['agent/unknown-tool'],
);

after(
  'settings that a document is opened with count',
  (disk) => {
    withAgent(disk);
    disk.write('.plugboard.json', '{}');
  },
  (editor) => editor.openFile('.plugboard.json', off, true),
  'kit/agents/a.md',
  [],
);
