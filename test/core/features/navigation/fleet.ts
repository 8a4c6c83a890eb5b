import { applyEdits, Lines } from '../../../../server/core/base/text.ts';
import type { Location } from '../../../../server/core/features/navigation/definitionsAndReferences.ts';
import type { Renaming } from '../../../../server/core/features/navigation/rename.ts';
import type { Document } from '../../../../server/core/model.ts';
import type { Workspace } from '../../../../server/core/workspace/workspace.ts';
import { base, workspaceOf } from '../../../support/lint.ts';

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** A policy, three plugins and a marketplace that name each other in every way. */
export const fleet: Readonly<Record<string, string>> = {
  'fleet.json': json({
    inferenceProvider: 'vertex',
    disabledBuiltinTools: ['WebSearch'],
    builtinToolPolicy: { 'Bash(rm *)': 'ask' },
    managedMcpServers: [
      {
        name: 'tickets',
        transport: 'http',
        url: 'https://tickets.example.com/mcp',
        toolPolicy: { close_ticket: 'ask', 'read_*': 'allow' },
      },
    ],
    orgPluginSettings: [{ serverName: 'tides', tools: [{ toolName: 'set_gauge', permission: 'blocked' }] }],
  }),
  'org-plugins/harbour/.claude-plugin/plugin.json': json({
    name: 'harbour',
    hooks: './hooks/more.json',
    userConfig: { port: { type: 'string', title: 'Port', description: 'Which one' } },
    channels: [{ server: 'tides' }],
    dependencies: ['cranes'],
  }),
  'org-plugins/harbour/.mcp.json': json({
    mcpServers: {
      tides: {
        type: 'stdio',
        command: 'node',
        args: ['${CLAUDE_PLUGIN_ROOT}/scripts/tides.js', '--port', '${user_config.port}'],
      },
    },
  }),
  'org-plugins/harbour/hooks/hooks.json': json({
    hooks: {
      PreToolUse: [
        {
          matcher: 'Bash|mcp__plugin_harbour_tides__set_gauge',
          hooks: [{ type: 'command', command: 'sh "${CLAUDE_PLUGIN_ROOT}/scripts/check.sh"' }],
        },
      ],
      SubagentStart: [{ matcher: 'pilot', hooks: [{ type: 'command', command: 'true' }] }],
      Stop: [{ hooks: [{ type: 'mcp_tool', server: 'plugin:harbour:tides', tool: 'set_gauge' }] }],
    },
  }),
  'org-plugins/harbour/hooks/more.json': json({ hooks: {} }),
  'org-plugins/harbour/scripts/check.sh': '#!/bin/sh\n',
  'org-plugins/harbour/scripts/tides.js': '',
  'org-plugins/harbour/agents/pilot.md': [
    '---',
    'name: pilot',
    'description: Brings ships in.',
    'tools: Read, Bash, WebSearch, Agent(lookout), mcp__tickets__close_ticket, mcp__tickets__read_ticket, mcp__plugin_harbour_tides__set_gauge',
    'skills: [read-tides]',
    '---',
    'Ask `/harbour:arrival`, or /read-tides first.',
    '',
  ].join('\n'),
  'org-plugins/harbour/agents/lookout.md': '---\ndescription: Looks.\n---\nSee.\n',
  'org-plugins/harbour/commands/arrival.md': [
    '---',
    'description: A ship comes.',
    'agent: pilot',
    'allowed-tools: Skill(read-tides)',
    '---',
    'Call @agent-pilot and run ${CLAUDE_PLUGIN_ROOT}/scripts/check.sh.',
    '',
  ].join('\n'),
  'org-plugins/harbour/skills/read-tides/SKILL.md': [
    '---',
    'name: read-tides',
    'description: Reads the tides. Use when somebody asks for the tide.',
    '---',
    'The [tables](reference/tables.md) and [the manual](../../docs/the%20manual.md).',
    '',
  ].join('\n'),
  'org-plugins/harbour/skills/read-tides/reference/tables.md': '# Tables\n',
  'org-plugins/harbour/docs/the manual.md': '# Manual\n',
  'org-plugins/cranes/.claude-plugin/plugin.json': json({ name: 'cranes' }),
  'org-plugins/cranes/.mcp.json': json({ mcpServers: { loads: { type: 'http', url: 'https://loads.example.com' } } }),
  'org-plugins/cranes/commands/lift.md':
    '---\ndescription: Lifts.\nallowed-tools: mcp__tickets__close_ticket\n---\nThen /harbour:read-tides.\n',
  'org-plugins/yard/.claude-plugin/plugin.json': json({ name: 'yard' }),
  'org-plugins/yard/agents/pilot.md': '---\nname: pilot\ndescription: Drives a lorry.\n---\n',
  'market/.claude-plugin/marketplace.json': json({
    name: 'port',
    owner: { name: 'Port' },
    plugins: [
      { name: 'buoys', source: './plugins/buoys' },
      { name: 'far', source: { source: 'github', repo: 'port/far' } },
    ],
  }),
  'market/plugins/buoys/.claude-plugin/plugin.json': json({ name: 'buoys', description: 'Buoys' }),
  'market/plugins/buoys/skills/light/SKILL.md': '---\nname: light\ndescription: Lights a buoy.\n---\n',
};

export const openFleet = (more: Readonly<Record<string, string>> = {}): Workspace => workspaceOf({ ...fleet, ...more });

const uriOf = (path: string): string => `${base}/${path.split('/').map(encodeURIComponent).join('/')}`;

/**
 * Returns the document at `path` and the offset after the first character of `needle`, a part of its text in which `|` may mark
 * the offset.
 */
export function place(workspace: Workspace, path: string, needle: string): [Document, number] {
  const document = workspace.get(uriOf(path));
  const text = needle.replace('|', '');
  const at = document?.text.indexOf(text) ?? -1;
  if (!document || at < 0) throw new Error(`no ${text} in ${path}`);
  return [document, at + Math.max(1, needle.indexOf('|'))];
}

const short = (uri: string): string => decodeURIComponent(uri.slice(base.length + 1));

/** Returns a location as `path:line text`, the line from 1. */
export function told(workspace: Workspace, { uri, range }: Location): string {
  const text = workspace.get(uri)?.text ?? '';
  const { line } = new Lines(text).positionAt(range.start);
  return `${short(uri)}:${line + 1} ${text.slice(range.start, range.end)}`.trim();
}

/** Returns the lines that a rename changes, by path, and the files that it moves. */
export function after(workspace: Workspace, { edits, files }: Renaming): { lines: string[]; moves: string[] } {
  const uris = [...new Set(edits.flatMap(({ uri }) => uri ?? []))];
  const lines = uris.flatMap((uri) => {
    const before = workspace.get(uri)?.text ?? '';
    const own = edits.filter((edit) => edit.uri === uri);
    const now = applyEdits(before, own).split('\n');
    return before
      .split('\n')
      .flatMap((line, i) => (line === now[i] ? [] : `${short(uri)}:${i + 1} ${now[i]?.trim() ?? ''}`));
  });
  const moves = files.map((file) => (file.kind === 'rename' ? `${short(file.from)} → ${short(file.to)}` : file.uri));
  return { lines: lines.sort(), moves };
}
