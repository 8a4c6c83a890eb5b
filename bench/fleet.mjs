// A generated workspace with any number of documents: plugins with five files each, under one policy.
import fs from 'node:fs';
import path from 'node:path';

const json = (value) => `${JSON.stringify(value, null, 2)}\n`;

const pluginFiles = (i) => ({
  '.claude-plugin/plugin.json': json({
    name: `berth-${i}`,
    version: `1.0.${i}`,
    description: `Berth number ${i}.`,
    installationPreference: 'required',
  }),
  '.mcp.json': json({ mcpServers: { [`quay-${i}`]: { type: 'http', url: `https://quay-${i}.example.com/mcp` } } }),
  'skills/moor/SKILL.md': `---\nname: moor\ndescription: Moors ships at berth ${i}. Use when one arrives.\n---\n# Moor\n\nCall @agent-pilot-${i}.\n`,
  'agents/pilot.md': `---\nname: pilot-${i}\ndescription: Guides ships to berth ${i}.\ntools: Read, Grep, mcp__plugin_berth-${i}_quay-${i}__get_ship\n---\nGuide them.\n`,
  'commands/arrive.md': `---\ndescription: Announces a ship at berth ${i}.\nallowed-tools: Read\n---\nAsk @agent-pilot-${i} about $1.\n`,
});

const policy = (plugins) =>
  json({
    inferenceProvider: 'gateway',
    inferenceGatewayBaseUrl: 'https://gateway.example.com',
    disabledBuiltinTools: ['WebSearch'],
    managedMcpServers: [
      {
        name: 'archive',
        transport: 'http',
        url: 'https://archive.example.com/mcp',
        toolPolicy: { 'get_*': 'allow', 'drop_*': 'ask' },
      },
    ],
    orgPluginSettings: Array.from({ length: Math.min(plugins, 20) }, (_, i) => ({
      serverName: `quay-${i}`,
      tools: [{ toolName: 'drop_ship', permission: 'blocked' }],
    })),
  });

export function write(folder, file, text) {
  const target = path.join(folder, file);
  fs.mkdirSync(path.dirname(target), { recursive: true });
  fs.writeFileSync(target, text);
}

/**
 * Writes a fleet below `folder`. @param documents how many: rounded to whole plugins
 * @param toolsPerServer known tools of each server; none by default
 */
export function writeFleet(folder, documents, toolsPerServer = 0) {
  const plugins = Math.round(documents / 5);
  for (let i = 0; i < plugins; i++) {
    for (const [file, text] of Object.entries(pluginFiles(i))) write(folder, `org-plugins/berth-${i}/${file}`, text);
  }
  write(folder, 'policy.json', policy(plugins));
  if (toolsPerServer === 0) return;
  const names = Array.from({ length: toolsPerServer }, (_, i) => `get_ship_${i}`);
  const known = Object.fromEntries(Array.from({ length: plugins }, (_, i) => [`quay-${i}`, names]));
  write(folder, '.plugboard.tools.json', json({ archive: ['get_crate', 'drop_crate'], ...known }));
}
