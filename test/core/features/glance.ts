import { effective } from '../../../server/core/effective/effective.ts';
import { effectiveInput } from '../../../server/core/effective/fromWorkspace.ts';
import type { KnownTool } from '../../../server/core/effective/input.ts';
import type { Document } from '../../../server/core/model.ts';
import type { Workspace } from '../../../server/core/workspace/workspace.ts';
import { base, settings, workspaceOf } from '../../support/lint.ts';

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** A policy, an installed plugin, one that is offered, and a user's own server. */
export const quay: Readonly<Record<string, string>> = {
  'fleet.json': json({
    inferenceProvider: 'vertex',
    disabledBuiltinTools: ['REPL', 'Agent'],
    builtinToolPolicy: { Bash: 'ask', REPL: 'ask', 'Edit(src/*)': 'ask' },
    managedMcpServers: [
      {
        name: 'tickets',
        transport: 'http',
        url: 'https://tickets.example.com/mcp',
        toolPolicy: { 'update_*': 'ask', update_title: 'allow', read_ticket: 'allow', drop_ticket: 'blocked' },
      },
      { name: 'old', transport: 'http', url: 'http://old.example.com/mcp', toolPolicy: { a: 'ask', b: 'ask' } },
      { name: 'wiki', transport: 'http', url: 'https://wiki.example.com/mcp' },
    ],
    orgPluginSettings: [{ serverName: 'tides', tools: [{ toolName: 'set_gauge', permission: 'blocked' }] }],
  }),
  'org-plugins/harbour/.claude-plugin/plugin.json': json({
    name: 'harbour',
    installationPreference: 'required',
    userConfig: { port: { type: 'string', title: 'Port', description: 'Which one' } },
    hooks: {
      SessionStart: [{ matcher: 'startup', hooks: [{ type: 'command', command: 'LOG=1 /usr/bin/logger hi' }] }],
    },
  }),
  'org-plugins/harbour/.mcp.json': json({
    mcpServers: {
      tides: { type: 'http', url: 'https://tides.example.com/mcp' },
      tickets: { type: 'http', url: 'https://mine.example.com/mcp' },
    },
  }),
  'org-plugins/harbour/hooks/hooks.json': json({
    hooks: {
      PreToolUse: [
        {
          matcher: 'Bash|Write',
          hooks: [{ type: 'command', command: 'sh "${CLAUDE_PLUGIN_ROOT}/scripts/check.sh"' }],
        },
      ],
      PostToolUse: [{ hooks: [{ type: 'http', url: 'https://hooks.example.com/done?key=1' }] }],
      Stop: [{ hooks: [{ type: 'prompt', prompt: 'Done?' }] }],
      Nonsense: [{ hooks: [{ type: 'prompt', prompt: 'Done?' }] }],
    },
  }),
  'org-plugins/harbour/scripts/check.sh': '#!/bin/sh\n',
  'org-plugins/harbour/agents/pilot.md': [
    '---',
    'name: pilot',
    'description: Brings ships in.',
    'tools: Read, Bash(git *), REPL, mcp__tickets__drop_ticket, mcp__tickets__update_board, mcp__plugin_harbour_tides__set_gauge',
    '---',
    `${'Bring it in. '.repeat(300)}`,
    '',
  ].join('\n'),
  'org-plugins/harbour/agents/lookout.md': '---\ndescription: Looks.\ndisallowedTools: Bash\n---\nSee.\n',
  'org-plugins/harbour/commands/arrival.md': '---\ndescription: A ship comes.\n---\nCall @agent-pilot.\n',
  'org-plugins/harbour/skills/read-tides/SKILL.md': '---\ndescription: Reads the tides.\n---\n',
  'org-plugins/offer/.claude-plugin/plugin.json': json({ name: 'offer' }),
  'org-plugins/offer/.mcp.json': json({ mcpServers: { pager: { type: 'http', url: 'https://pager.example.com' } } }),
  'claude_desktop_config.json': json({ mcpServers: { scratch: { command: 'scratch' } } }),
};

const tools: ReadonlyMap<string, readonly KnownTool[]> = new Map([
  ['tickets', ['update_title', 'update_board', 'update_all', 'read_ticket', 'list'].map((name) => ({ name }))],
]);

/** Returns the files, and their effective tools under one of their policies. */
export function glance(changed: Readonly<Record<string, string>> = {}, policy = 'fleet.json') {
  const workspace: Workspace = workspaceOf({ ...quay, ...changed });
  const choice = {
    policies: [{ uri: `${base}/${policy}`, role: 'managed' as const }],
    orgPlugins: `${base}/org-plugins`,
    userConfig: `${base}/claude_desktop_config.json`,
    tools,
    target: settings.target,
  };
  const result = effective(effectiveInput(workspace, choice));
  const document = (path: string): Document => {
    const found = workspace.get(`${base}/${path}`);
    if (!found) throw new Error(`${path} is none of ours`);
    return found;
  };
  return { workspace, result, document, tools };
}
