import { viewOf } from '../../server/core/lint/workspaceView.ts';
import { surfacesOf } from '../../server/core/surfaces/surfaces.ts';
import type { SurfacesAnswer } from '../../server/protocol.ts';
import { base, settings, workspaceOf } from './lint.ts';

/** Answers in the server's format, for tests of the page. */

const mount = 'org-plugins';

const large = {
  '.claude-plugin/plugin.json':
    '{ "name": "berth-desk", "mcpServers": ["./scale.mcpb"], "lspServers": { "chart": { "command": "chart-ls", "extensionToLanguage": { ".chart": "chart" } } } }',
  '.mcp.json':
    '{ "mcpServers": { "crane": { "type": "http", "url": "https://crane.example.com/mcp" }, "scale": { "command": "scale" } } }',
  'skills/moor/SKILL.md': '---\ndescription: Moors a ship\n---\nMoor.',
  'skills/find-a-berth-for-a-very-long-ship-in-the-outer-harbour/SKILL.md': '---\ndescription: Berths\n---\nBerth.',
  'commands/log.md': '---\ndescription: Writes the log\n---\nLog.',
  'agents/pilot.md': '---\nname: pilot\ndescription: Leads a ship in\n---\nPilot.',
  'hooks/hooks.json':
    '{ "hooks": { "PreToolUse": [{ "hooks": [{ "type": "command", "command": "a" }, { "type": "command", "command": "b" }] }] } }',
  'monitors/monitors.json': '[{ "name": "swell", "command": "swell", "description": "Watches the swell" }]',
  'output-styles/terse.md': '---\nname: terse\n---\nBe terse.',
  'themes/dusk.json': '{ "name": "dusk", "base": "dark" }',
  'settings.json': '{ "agent": "pilot" }',
  'bin/weigh': '',
};

function answerFor(name: string, files: Readonly<Record<string, string>>, minimumVersion: string): SurfacesAnswer {
  const workspace = workspaceOf(
    Object.fromEntries(Object.entries(files).map(([path, text]) => [`${mount}/${name}/${path}`, text])),
  );
  const root = workspace.roots.pluginOf(`${base}/${mount}/${name}`);
  if (!root) throw new Error('no plugin');
  const found = surfacesOf(viewOf(workspace, new Set()), root, { ...settings.target, minimumVersion });
  return {
    ...found,
    label: `${mount}/${name}`,
    groups: found.groups.map(({ parts, ...group }) => ({
      ...group,
      parts: parts.map(({ name: part, count, uri }) => ({
        name: part,
        count,
        place: { uri, line: 2, character: 4, endLine: 2, endCharacter: 9 },
      })),
    })),
  };
}

export const berthDesk = answerFor('berth-desk', large, settings.target.minimumVersion);
/** The same for a minimum version that lacks a lot. */
export const oldFleet = answerFor('berth-desk', large, '1.24012.0');
/** The same with an additional hook. */
export const edited = answerFor(
  'berth-desk',
  { ...large, 'hooks/hooks.json': large['hooks/hooks.json'].replace('PreToolUse', 'Stop') },
  settings.target.minimumVersion,
);
export const noParts = answerFor('hull', { '.claude-plugin/plugin.json': '{ "name": "hull" }' }, '1.46388.4');
