// Skills, agents and commands: front matter and bodies.
import { policy, servers } from './policies.mjs';
import { inPlugin, json, list, middle } from './row.mjs';

const skill = (front, body, size) => ({
  ...inPlugin({
    'skills/moor/SKILL.md': `---\nname: moor\ndescription: Moors a ship. Use when one arrives.\n${front}---\n${body}\n`,
  }),
  at: middle(size),
});
const agent = (front, size, rest) => ({
  ...inPlugin({ 'agents/pilot.md': `---\nname: pilot\ndescription: Guides ships.\n${front}---\nGuide them.\n` }, rest),
  at: middle(size),
});
const lines = (size, make) => list(size, (i) => `${make(i)}\n`).join('');
const tool = (i) => `Bash(moor-${i} *)`;

/** @type {readonly import('./row.mjs').Row[]} */
export const markdownRows = [
  {
    title: 'links of a body',
    make: (n) =>
      skill(
        '',
        lines(n, (i) => `See [berth-${i}](berth-${i}.md).`),
        n,
      ),
  },
  {
    title: 'fences and lists of a body',
    make: (n) =>
      skill(
        '',
        lines(n, (i) => `- berth-${i}\n\n  \`\`\`sh\n  moor ${i}\n  \`\`\`\n`),
        n,
      ),
  },
  {
    title: 'words of one line of a body',
    make: (n) => skill('', list(n, (i) => `berth-${i} @agent-pilot`).join(' '), n),
  },
  { title: 'backquotes of a body', make: (n) => skill('', '`'.repeat(n), n) },
  {
    title: 'unknown keys of front matter',
    make: (n) =>
      skill(
        lines(n, (i) => `berth-${i}: ship`),
        '',
        n,
      ),
  },
  {
    title: 'misspelled keys of front matter',
    make: (n) =>
      skill(
        lines(n, (i) => `descriptio-${i}: ship`),
        '',
        n,
      ),
  },
  { title: 'tools of an agent, in one string', make: (n) => agent(`tools: ${list(n, tool).join(', ')}\n`, n) },
  { title: 'tools of an agent, in a list', make: (n) => agent(`tools:\n${lines(n, (i) => `  - ${tool(i)}`)}`, n) },
  {
    title: 'tools of servers of an agent',
    make: (n) =>
      agent(`tools: ${list(n, (i) => `mcp__quay-${i}__drop_page`).join(', ')}\n`, n, {
        'policy.json': json(policy({ managedMcpServers: servers(n) })),
      }),
  },
  {
    title: 'lines of broken front matter',
    make: (n) =>
      skill(
        lines(n, (i) => `berth-${i}: [ship: a, "b`),
        '',
        n,
      ),
  },
  {
    title: 'lines of front matter without keys',
    make: (n) =>
      skill(
        lines(n, (i) => `berth-${i}`),
        '',
        n,
      ),
  },
  {
    title: 'YAML aliases',
    sizes: [100, 1_000, 10_000],
    make: (n) => skill(`base: &base [ship]\n${lines(n, (i) => `berth-${i}: *base`)}`, '', n),
  },
  {
    title: 'depth of YAML blocks',
    sizes: [100, 1_000],
    make: (n) =>
      skill(
        lines(n, (i) => `${' '.repeat(i)}berth-${i}:`),
        '',
        n,
      ),
  },
  {
    title: 'comments that ignore, in front matter',
    make: (n) =>
      skill(
        lines(n, (i) => `# plugboard-ignore skill/unknown-key: needed by tool ${i}\nberth-${i}: ship`),
        '',
        n,
      ),
  },
  {
    title: 'comments that ignore in the whole file',
    make: (n) =>
      skill(
        lines(n, (i) => `# plugboard-ignore-file skill/name-form: needed by tool-${i}`),
        '',
        n,
      ),
  },
];
