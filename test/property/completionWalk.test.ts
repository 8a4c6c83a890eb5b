import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { formatSamples } from '../support/formats.ts';
import { workspaceOf } from '../support/lint.ts';
import { root } from '../support/root.ts';
import { samples } from '../support/samples.ts';
import { fills, holes } from './completionWalk.ts';

const read = (folder: string): Record<string, string> =>
  Object.fromEntries(
    fs
      .readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .map((file) => [path.relative(root, file).replaceAll('\\', '/'), fs.readFileSync(file, 'utf8')]),
  );

/** A plugin whose files refer to each other in every way that completion supports. */
const harbour: Readonly<Record<string, string>> = {
  'org-plugins/harbour/.claude-plugin/plugin.json': `{
  "name": "harbour",
  "commands": ["./commands/moor.md"],
  "agents": ["./agents/keeper.md"],
  "skills": ["./skills/"],
  "userConfig": { "berth": { "type": "string", "title": "Berth", "description": "Where to moor" } },
  "mcpServers": {
    "cranes": { "command": "node", "args": ["\${CLAUDE_PLUGIN_ROOT}/servers/cranes.js", "\${user_config.berth}"] }
  },
  "hooks": {
    "Stop": [{ "hooks": [{ "type": "command", "command": "\\"\${CLAUDE_PLUGIN_ROOT}/scripts/log it.sh\\" --quiet" }] }]
  }
}`,
  'org-plugins/harbour/.mcp.json': `{
  "mcpServers": {
    "tides": { "type": "http", "url": "https://tides.harbour.example/mcp", "headers": { "X-Berth": "\${user_config.berth}" } },
    "lights": { "type": "stdio", "command": "\${CLAUDE_PLUGIN_ROOT}/servers/lights.sh", "env": { "LIGHTS": "\${CLAUDE_PLUGIN_ROOT}/servers/" } }
  }
}`,
  'org-plugins/harbour/.lsp.json': `{
  "charts": { "command": "\${CLAUDE_PLUGIN_ROOT}/servers/lights.sh", "extensionToLanguage": { ".py": "python" } }
}`,
  'org-plugins/harbour/hooks/hooks.json': `{
  "hooks": {
    "PreToolUse": [
      {
        "matcher": "Edit|Write|mcp__plugin_harbour_tides__read_tide",
        "hooks": [{ "type": "command", "command": "\\"\${CLAUDE_PLUGIN_ROOT}/scripts/check.sh\\" | tee out", "if": "Bash(git *)" }]
      }
    ],
    "SubagentStop": [{ "matcher": "keeper", "hooks": [{ "type": "command", "command": "sh", "args": ["\${CLAUDE_PLUGIN_ROOT}/scripts/check.sh"] }] }],
    "SessionStart": [{ "matcher": "startup", "hooks": [{ "type": "command", "command": "true" }] }]
  }
}`,
  'org-plugins/harbour/monitors/monitors.json': `[
  { "name": "swell", "command": "\\"\${CLAUDE_PLUGIN_ROOT}/scripts/check.sh\\"", "description": "The swell", "when": "on-skill-invoke:pilotage" }
]`,
  'org-plugins/harbour/skills/pilotage/SKILL.md': `---
name: pilotage
description: Brings ships in. Use when a ship arrives.
allowed-tools: Read, Grep, Bash(\${CLAUDE_SKILL_DIR}/run.sh *), mcp__plugin_harbour_tides__read_tide, Agent(keeper)
model: sonnet
context: fork
agent: keeper
user-invocable: true
---
Read [the chart](chart.md) and [the check](../../scripts/check.sh), then \`\${CLAUDE_PLUGIN_ROOT}/scripts/check.sh\`.
Run \${CLAUDE_SKILL_DIR}/run.sh, ask @agent-keeper or go on with /moor and /harbour:moor.
`,
  'org-plugins/harbour/skills/pilotage/chart.md': 'Depths.\n',
  'org-plugins/harbour/skills/pilotage/run.sh': '#!/bin/sh\n',
  'org-plugins/harbour/commands/moor.md': `---
description: Moors a ship.
allowed-tools: [Read, "Task(keeper)", Skill(pilotage)]
disable-model-invocation: true
---
Moor $ARGUMENTS as @\${CLAUDE_PLUGIN_ROOT}/scripts/check.sh says. Then /pilotage.
`,
  'org-plugins/harbour/agents/keeper.md': `---
name: keeper
description: Keeps the lights. Use it at night.
tools:
  - Read
  - mcp__plugin_harbour_tides__read_tide
  - Edit
skills: pilotage
model: haiku
---
Follow \${CLAUDE_PLUGIN_ROOT}/skills/pilotage/chart.md.
`,
  'org-plugins/harbour/servers/cranes.js': '',
  'org-plugins/harbour/servers/lights.sh': '#!/bin/sh\n',
  'org-plugins/harbour/scripts/check.sh': '#!/bin/sh\n',
  'org-plugins/harbour/scripts/log it.sh': '#!/bin/sh\n',
};

const workspace = workspaceOf({
  ...samples,
  ...formatSamples,
  ...harbour,
  ...read('sample'),
  ...read('test/fixtures/workspace'),
});
const ids = new Set([...workspace.all()].map(({ kind }) => kind.id));

for (const id of ids) {
  const documents = [...workspace.all()].filter(({ kind }) => kind.id === id);
  test(`completion offers what was taken out of a ${id}`, () => {
    const asked = documents.flatMap((document) => [...holes(document, workspace)].map((hole) => ({ document, hole })));
    const misses = asked.filter(({ document, hole }) => !fills(document, hole, workspace));
    const shown = misses.map(({ document: { uri, text }, hole: { what, range } }) => {
      const before = text.slice(text.lastIndexOf('\n', range.start - 1) + 1, range.start);
      return `${uri.slice('file:///w/'.length)}: ${what} ${before}<<${text.slice(range.start, range.end)}>>`;
    });
    assert.ok(misses.length <= 0.02 * asked.length, `${misses.length} of ${asked.length}:\n${shown.join('\n')}`);
  });
}
