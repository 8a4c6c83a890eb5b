// JSON files of plugins, extensions and marketplaces.
import { inPlugin, json, list, middle, object, plugin } from './row.mjs';

const wide = [100, 1_000, 10_000, 100_000];
const http = (i) => [`quay-${i}`, { type: 'http', url: `https://quay-${i}.example.com/mcp` }];
const mcp = (mcpServers, size) => ({ ...inPlugin({ '.mcp.json': json({ mcpServers }) }), at: middle(size) });
const option = (i) => [`berth_${i}`, { type: 'string', title: `Berth-${i}`, description: 'Where it lies.' }];
const manifest = (keys, size) => ({
  main: `${plugin}/.claude-plugin/plugin.json`,
  files: {
    [`${plugin}/.claude-plugin/plugin.json`]: json({
      name: 'pilot',
      version: '1.0.0',
      description: 'Guides.',
      ...keys,
    }),
  },
  at: middle(size),
});
const marketplace = (keys, size) => ({
  main: 'shop/.claude-plugin/marketplace.json',
  files: {
    'shop/.claude-plugin/marketplace.json': json({ name: 'shop', owner: { name: 'Harbour' }, plugins: [], ...keys }),
  },
  at: middle(size),
});
const entry = (i, more) => ({ name: `berth-${i}`, source: `./plugins/berth-${i}`, description: 'A berth.', ...more });
const command = (i) => ({ type: 'command', command: `echo berth-${i}` });

/** @type {readonly import('./row.mjs').Row[]} */
export const pluginRows = [
  { title: 'servers of .mcp.json', make: (n) => mcp(object(n, http), n) },
  {
    title: 'servers of .mcp.json, each with a mistake',
    make: (n) =>
      mcp(
        object(n, (i) => [`quay-${i}`, { type: 'htp', url: `http://quay-${i}.example.com` }]),
        n,
      ),
  },
  {
    title: 'hooks of one event',
    make: (n) => ({
      ...inPlugin({
        'hooks/hooks.json': json({ hooks: { PreToolUse: list(n, (i) => ({ matcher: 'Bash', hooks: [command(i)] })) } }),
      }),
      at: middle(n),
    }),
  },
  {
    title: 'events of hooks',
    make: (n) => ({
      ...inPlugin({ 'hooks/hooks.json': json({ hooks: object(n, (i) => [`Event-${i}`, [{ hooks: [command(i)] }]]) }) }),
      at: middle(n),
    }),
  },
  {
    title: 'variables of options in one list',
    sizes: wide,
    make: (n) => mcp({ quay: { command: 'quay', args: list(n, (i) => `\${user_config.berth}-${i}`) } }, n),
  },
  {
    title: 'variables of options in one string',
    sizes: wide,
    make: (n) => mcp({ quay: { command: 'quay', args: [list(n, (i) => `\${user_config.berth}-${i}`).join(' ')] } }, n),
  },
  { title: 'options of a plugin', make: (n) => manifest({ userConfig: object(n, option) }, n) },
  {
    title: 'options of an extension',
    make: (n) => ({
      main: 'tides/manifest.json',
      files: {
        'tides/manifest.json': json({
          manifest_version: '0.3',
          name: 'tides',
          version: '1.0.0',
          description: 'Tells the tides.',
          author: { name: 'Harbour' },
          server: {
            type: 'node',
            entry_point: 'index.js',
            mcp_config: { command: 'node', args: list(n, (i) => `\${user_config.berth_${i}}`) },
          },
          user_config: object(n, option),
        }),
      },
      at: middle(n),
    }),
  },
  { title: 'paths of a manifest', make: (n) => manifest({ commands: list(n, (i) => `./more/berth-${i}.md`) }, n) },
  { title: 'plugins of a marketplace', make: (n) => marketplace({ plugins: list(n, (i) => entry(i)) }, n) },
  {
    title: 'plugins of a marketplace that depend on each other',
    make: (n) => marketplace({ plugins: list(n, (i) => entry(i, { dependencies: [`berth-${(i + 1) % n}`] })) }, n),
  },
  {
    title: 'renames of a marketplace',
    sizes: wide,
    make: (n) => marketplace({ renames: object(n, (i) => [`berth-${i}`, `berth-${i + 1}`]) }, n),
  },
  {
    title: 'entries that suppress, in .plugboard.json',
    make: (n) => ({
      ...mcp(
        object(n, (i) => [`quay-${i}`, { type: 'http', url: `http://quay-${i}.example.com` }]),
        n,
      ),
      main: '.plugboard.json',
      files: {
        ...mcp({ quay: { type: 'http', url: 'http://quay.example.com' } }, n).files,
        '.plugboard.json': json({
          suppress: list(n, (i) => ({
            rules: ['mcp/http-url'],
            files: [`org-plugins/berth-${i}/**`],
            reason: 'Soon.',
          })),
        }),
      },
    }),
  },
  {
    title: 'levels of rules in .plugboard.json',
    make: (n) => ({
      main: '.plugboard.json',
      files: { '.plugboard.json': json({ rules: object(n, (i) => [`skill/rule-${i}`, 'off']) }) },
      at: middle(n),
    }),
  },
  {
    title: 'depth of objects',
    sizes: wide,
    make: (n) => ({ ...inPlugin({ '.mcp.json': `${'{"a":'.repeat(n)}1${'}'.repeat(n)}` }) }),
  },
  {
    title: 'depth of lists',
    sizes: wide,
    make: (n) => ({ ...inPlugin({ '.mcp.json': `${'['.repeat(n)}${']'.repeat(n)}` }) }),
  },
];
