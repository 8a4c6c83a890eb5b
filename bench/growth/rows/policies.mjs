// Policies as JSON, and the file of known tools.
import { inPlugin, json, list, middle, object } from './row.mjs';

const server = (i, more) => ({
  name: `quay-${i}`,
  transport: 'http',
  url: `https://quay-${i}.example.com/mcp`,
  toolPolicy: { 'read_*': 'allow', drop_page: 'blocked' },
  ...more,
});
const gateway = { inferenceProvider: 'gateway', inferenceGatewayBaseUrl: 'https://gateway.example.com' };

export const servers = (size, more = () => ({})) => list(size, (i) => server(i, more(i)));
export const policy = (keys) => ({ ...gateway, ...keys });
const alone = (keys, size) => ({ main: 'policy.json', files: { 'policy.json': json(policy(keys)) }, at: middle(size) });
const withTools = (toolPolicy, size, tools) => ({
  ...alone({ managedMcpServers: [server('x', { toolPolicy })] }, size),
  tools: tools && { 'quay-x': tools },
});
const wildcards = (size) => object(size, (i) => [`load-${i}_*`, i % 2 ? 'ask' : 'blocked']);

/** @type {readonly import('./row.mjs').Row[]} */
export const policyRows = [
  { title: 'servers of a policy', make: (n) => alone({ managedMcpServers: servers(n) }, n) },
  {
    title: 'servers of a policy, each with a mistake',
    make: (n) =>
      alone({ managedMcpServers: servers(n, (i) => ({ url: `http://quay-${i}.example.com/mcp`, oauth: 'yes' })) }, n),
  },
  {
    title: 'servers of a policy, all of one name',
    make: (n) => ({
      main: 'policy.json',
      files: {
        'policy.json': json(policy({ managedMcpServers: servers(n, () => ({ name: 'quay' })) })),
        ...inPlugin({ '.mcp.json': json({ mcpServers: { quay: { type: 'http', url: 'https://quay.example.com' } } }) })
          .files,
      },
      at: middle(n),
    }),
  },
  {
    title: 'a policy on one line',
    make: (n) => ({
      main: 'policy.json',
      files: { 'policy.json': JSON.stringify(policy({ managedMcpServers: servers(n) })) },
      at: middle(n),
    }),
  },
  {
    title: 'tools of a toolPolicy',
    make: (n) =>
      withTools(
        object(n, (i) => [`load_box-${i}`, 'ask']),
        n,
      ),
  },
  { title: 'wildcards of a toolPolicy', make: (n) => withTools(wildcards(n), n) },
  {
    title: 'wildcards of a toolPolicy × as many known tools',
    make: (n) =>
      withTools(
        wildcards(n),
        n,
        list(n, (i) => `load-${i}_box`),
      ),
  },
  {
    title: 'known tools of one server',
    make: (n) =>
      withTools(
        { 'load_*': 'ask', 'load_box-1': 'allow' },
        1,
        list(n, (i) => `load_box-${i}`),
      ),
  },
  {
    title: 'the file of known tools',
    make: (n) => ({
      main: '.plugboard.tools.json',
      files: { '.plugboard.tools.json': json({ quay: list(n, (i) => `load-${i}`) }) },
      at: middle(n),
    }),
  },
  {
    title: 'servers in the file of known tools',
    make: (n) => ({
      main: '.plugboard.tools.json',
      files: { '.plugboard.tools.json': json(object(n, (i) => [`quay-${i}`, ['load', 'drop']])) },
      at: middle(n),
    }),
  },
  { title: 'disabled built-in tools', make: (n) => alone({ disabledBuiltinTools: list(n, (i) => `Bash-${i}`) }, n) },
  {
    title: 'servers in orgPluginSettings',
    make: (n) =>
      alone(
        {
          orgPluginSettings: list(n, (i) => ({
            serverName: `quay-${i}`,
            tools: [{ toolName: 'drop_page', permission: 'blocked' }],
          })),
        },
        n,
      ),
  },
  {
    title: 'tools of one entry of orgPluginSettings',
    make: (n) =>
      alone(
        {
          orgPluginSettings: [
            { serverName: 'quay', tools: list(n, (i) => ({ toolName: `drop-${i}`, permission: 'blocked' })) },
          ],
        },
        n,
      ),
  },
  {
    title: 'unknown keys of a policy',
    make: (n) =>
      alone(
        object(n, (i) => [`harbourKey-${i}`, true]),
        n,
      ),
  },
  {
    title: 'misspelled keys of a policy',
    make: (n) =>
      alone(
        object(n, (i) => [`managedMcpServer-${i}`, []]),
        n,
      ),
  },
  {
    title: 'hosts of a policy',
    make: (n) => alone({ coworkEgressAllowedHosts: list(n, (i) => `quay-${i}.example.com`) }, n),
  },
];
