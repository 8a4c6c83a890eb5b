import { mistakes } from '../../core/planted.ts';
import { formatSamples } from '../formats.ts';
import { samples } from '../samples.ts';

/** Files whose meaning depends on neighbouring files: each path with its possible texts. */
const entangled: Readonly<Record<string, readonly string[]>> = {
  'kit/.claude-plugin/plugin.json': [
    '{ "name": "kit" }',
    '{ "name": "other", "version": "1.0.0", "skills": ["./more"], "hooks": "./extra/h.json", "mcpServers": "./extra/m.json" }',
  ],
  'kit/claude-plugin/plugin.json': ['{ "name": "kit" }'],
  'kit/agents/a.md': ['---\nname: a\ntools: Raed\n---\n', '---\nname: b\ndescription: B.\ntools: Bash\n---\n'],
  'kit/commands/c.md': ['---\ndescripton: C.\n---\nAsk @agent-a and run ${CLAUDE_PLUGIN_ROOT}/scripts/s.sh\n'],
  'kit/skills/steer/SKILL.md': ['---\nname: steer\ndescription: S.\n---\nSee [a](references/a.md).\n'],
  'kit/skills/steer/steer.md': ['---\nname: steer\n---\n'],
  'kit/skills/steer/references/a.md': ['A\n'],
  'kit/skills/group/deep/SKILL.md': ['---\nname: deep\ndescription: D.\n---\n'],
  'kit/more/extra/SKILL.md': ['---\nname: extra\n---\n'],
  'kit/extra/h.json': ['{ "hooks": { "PreTolUse": [] } }'],
  'kit/extra/m.json': ['{ "mcpServers": { "crm": { "type": "htp" } } }'],
  'kit/SKILL.md': ['---\nname: kit\ndescription: K.\n---\n'],
  'kit/hooks/hooks.json': [
    '{ "hooks": { "PreToolUse": [{ "hooks": [{ "type": "command", "command": "${CLAUDE_PLUGIN_ROOT}/scripts/s.sh" }] }] } }',
    '{ "hooks": { "PreTolUse": [] } }',
    '{ "hooks": {} }',
  ],
  'kit/scripts/s.sh': ['#!/bin/sh\necho\n', 'echo\n'],
  'kit/.mcp.json': [
    '{ "mcpServers": { "crm": { "type": "htp", "url": "https://a.example" } } }',
    '{ "mcpServers": { "docs": { "command": "${CLAUDE_PLUGIN_ROOT}/scripts/s.sh" } } }',
  ],
  'org-plugins/p/skills/one/SKILL.md': ['---\nname: two\ndescription: T.\n---\n'],
  'org-plugins/p/.mcp.json': ['{ "mcpServers": { "crm": { "command": "crm" } } }'],
  'mounted/q/.mcp.json': ['{ "mcpServers": { "crm": { "command": "crm" } } }'],
  'mounted/q/agents/z.md': ['---\nname: z\ntools: mcp__crm__get\n---\n'],
  'data/app.json': [
    '{ "inferenceProvider": "anthropic", "disabledBuiltinTools": ["Bash"] }',
    '{ "inferenceProvider": "anthropic", "managedMcpServers": [{ "name": "crm", "transport": "http", "url": "http://c.example/mcp", "toolPolicy": { "get": "blocked" } }] }',
    '{ "scripts": { "test": "x" } }',
    '{ "scripts": oops',
  ],
  '.claude-plugin/marketplace.json': [
    '{ "name": "shop", "owner": { "name": "O" }, "plugins": [{ "name": "kit", "source": "./kit" }] }',
  ],
  '.claude/agents/own.md': ['---\nname: own\ntools: Raed\n---\n'],
  '.claude/settings.json': ['{ "permissions": { "deny": ["Bash"] } }'],
  '.plugboard.json': [
    '{ "rules": { "agent/unknown-tool": "off", "mcp/unknown-type": "hint" } }',
    '{ "suppress": [{ "rules": ["agent/*"], "files": ["kit/**"], "reason": "Known." }, { "rules": ["skill/broken-link"], "files": ["nowhere/**"], "reason": "Gone." }] }',
    '{ "orgPlugins": { "directories": ["mounted"] }, "target": { "minimumVersion": "1.20186.0", "hosts": ["claude-code"] } }',
    '{ "policyFiles": ["data/*.json"], "tools": "known.json" }',
    '{ "rules": {',
  ],
  '.plugboard.tools.json': ['{ "crm": [{ "name": "get" }] }', '{ "crm": ["list"] }'],
  'kit/.plugboard.json': [
    '{ "suppress": [{ "rules": ["agent/unknown-tool", "hooks/*"], "files": ["agents", "hooks/hooks.json"], "reason": "Known." }] }',
    '{ "rules": { "agent/unknown-tool": "off" } }',
  ],
  'org-plugins/b q/skills/ü#%41/SKILL.md': ['---\nname: other\ndescription: D.\n---\n'],
  'org-plugins/b q/.claude-plugin/plugin.json': ['{ "name": "b q", "skills": "./skills/ü#%41" }', '{ "name": "q" }'],
  'org-plugins/b q/agents/é.md': [
    '---\nname: é\ntools: mcp__crm__get\n# plugboard-ignore agent/missing-description: why\n---\n',
  ],
  'known.json': ['{ "crm": [{ "name": "put" }] }'],
  'notes.txt': ['n\n'],
};

/** Returns a clean text, the same with each planted mistake, half of it, an empty one, and binary data. */
function variants(path: string, text: string): readonly string[] {
  const planted = mistakes.filter((each) => each.in === path).map(({ replace, by }) => text.replace(replace, by));
  return [text, ...planted, text.slice(0, text.length >> 1), '', 'binary \0'];
}

/** The possible texts of each path in a random workspace, the plainest first. */
export const textsOf: ReadonlyMap<string, readonly string[]> = new Map([
  ...Object.entries(entangled),
  ...Object.entries({ ...samples, ...formatSamples }).map(([path, text]): [string, readonly string[]] => [
    path,
    variants(path, text),
  ]),
]);
export const paths: readonly string[] = [...textsOf.keys()];
