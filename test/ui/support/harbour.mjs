// A plugin whose parts refer to each other.
import fs from 'node:fs';
import path from 'node:path';

const texts = {
  '.claude-plugin/plugin.json':
    '{\n  "name": "harbour",\n  "version": "1.0.0",\n  "description": "Runs the harbour"\n}\n',
  'hooks/hooks.json': JSON.stringify(
    {
      hooks: {
        PreToolUse: [
          {
            matcher: 'Bash',
            hooks: [{ type: 'command', command: 'sh "${CLAUDE_PLUGIN_ROOT}/scripts/check.sh"' }],
          },
        ],
      },
    },
    null,
    2,
  ),
  'scripts/check.sh': '#!/bin/sh\nexit 0\n',
  'agents/pilot.md':
    '---\nname: pilot\ndescription: Brings ships in. Use when one arrives.\nskills: [read-tides]\ntools: Read, mcp__handbook__drop_page\n---\n\nFirst /read-tides, then [the chart](../docs/chart.md).\n',
  'skills/read-tides/SKILL.md':
    '---\nname: read-tides\ndescription: Reads the tides. Use when somebody asks for the tide.\nallowed-tools: Read\n---\n\n# Tides\n\nRead $ARGUMENTS in ${CLAUDE_SKILL_DIR}/tables.md.\n',
  'docs/chart.md': '# Chart\n',
};

/** Writes the plugin into the workspace `folder`. */
export function writeHarbour(folder) {
  for (const [name, text] of Object.entries(texts)) {
    const file = path.join(folder, 'org-plugins/harbour', name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, text);
  }
}
