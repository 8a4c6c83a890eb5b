import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { plugboard } from './support.ts';

/** Runs git with its own settings, independent of the user's. */
export function git(cwd: string, ...args: readonly string[]): string {
  const run = spawnSync('git', args, {
    cwd,
    encoding: 'utf8',
    env: {
      PATH: process.env.PATH,
      HOME: cwd,
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_AUTHOR_NAME: 'Test',
      GIT_AUTHOR_EMAIL: 'test@example.com',
      GIT_COMMITTER_NAME: 'Test',
      GIT_COMMITTER_EMAIL: 'test@example.com',
    },
  });
  assert.equal(run.status, 0, `git ${args.join(' ')}: ${run.stderr}`);
  return run.stdout.trim();
}

export const write = (folder: string, name: string, content: unknown): void => {
  const file = path.join(folder, name);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, typeof content === 'string' ? content : `${JSON.stringify(content, null, 2)}\n`);
};

export const remove = (folder: string, name: string): void => fs.rmSync(path.join(folder, name), { recursive: true });

/** Returns a server entry of a policy. */
export const server = (name: string, toolPolicy?: Record<string, string>, more: object = {}) => ({
  name,
  transport: 'http',
  url: `https://${name}.example.com/mcp`,
  ...(toolPolicy && { toolPolicy }),
  ...more,
});

interface Fleet {
  readonly disabledBuiltinTools?: readonly string[];
  readonly [key: string]: unknown;
}

/** One commit: what it changes in the folder, and the classes of changes that it causes, in order. */
export interface Step {
  readonly does: string;
  readonly apply: (folder: string) => void;
  readonly makes: readonly string[];
}

const base = {
  inferenceProvider: 'vertex',
  inferenceVertexProjectId: 'p',
  inferenceVertexRegion: 'r',
  isLocalDevMcpEnabled: false,
};
const docs = { 'read_*': 'allow', 'update_*': 'ask', 'delete_*': 'blocked' };
const policy =
  (values: Fleet, file = 'fleet.json') =>
  (folder: string) =>
    write(folder, file, { ...base, ...values });
const manifest = (preference: string) => (folder: string) =>
  write(folder, 'org-plugins/reviewer/.claude-plugin/plugin.json', {
    name: 'reviewer',
    installationPreference: preference,
  });
const both =
  (...all: readonly ((folder: string) => void)[]) =>
  (folder: string) => {
    for (const each of all) each(folder);
  };
const bash = { disabledBuiltinTools: ['Bash'] };
const lock = (permission: string) => ({
  ...bash,
  builtinToolPolicy: { Edit: 'ask' },
  managedMcpServers: [server('docs', docs)],
  orgPluginSettings: [{ serverName: 'review', tools: [{ toolName: 'post', permission }] }],
});

/** Thirty-three commits of a fleet. Its known tools: docs has read_page, update_page and delete_page; review has get and post. */
export const history: readonly Step[] = [
  { does: 'begin', apply: policy({}), makes: [] },
  { does: 'add a server', apply: policy({ managedMcpServers: [server('docs')] }), makes: ['newly-active'] },
  {
    does: 'reading runs unasked',
    apply: policy({ managedMcpServers: [server('docs', { 'read_*': 'allow' })] }),
    makes: ['looser'],
  },
  {
    does: 'updating asks',
    apply: policy({ managedMcpServers: [server('docs', { 'read_*': 'allow', 'update_*': 'ask' })] }),
    makes: ['stricter'],
  },
  { does: 'deleting is blocked', apply: policy({ managedMcpServers: [server('docs', docs)] }), makes: ['stricter'] },
  {
    does: 'one update runs unasked',
    apply: policy({ managedMcpServers: [server('docs', { ...docs, update_page: 'allow' })] }),
    makes: ['looser'],
  },
  { does: 'no longer', apply: policy({ managedMcpServers: [server('docs', docs)] }), makes: ['stricter'] },
  {
    does: 'indent anew',
    apply: (folder) =>
      write(folder, 'fleet.json', JSON.stringify({ ...base, managedMcpServers: [server('docs', docs)] })),
    makes: [],
  },
  { does: 'sort keys', apply: policy({ managedMcpServers: [{ toolPolicy: docs, ...server('docs') }] }), makes: [] },
  {
    does: 'take Bash away',
    apply: policy({ ...bash, managedMcpServers: [server('docs', docs)] }),
    makes: ['stricter'],
  },
  {
    does: 'editing asks',
    apply: policy({ ...bash, builtinToolPolicy: { Edit: 'ask' }, managedMcpServers: [server('docs', docs)] }),
    makes: ['stricter'],
  },
  {
    does: 'a server moves',
    apply: policy({
      ...bash,
      builtinToolPolicy: { Edit: 'ask' },
      managedMcpServers: [server('docs', docs, { url: 'https://evil.example.com' })],
    }),
    makes: ['redirected'],
  },
  {
    does: 'and back',
    apply: policy({ ...bash, builtinToolPolicy: { Edit: 'ask' }, managedMcpServers: [server('docs', docs)] }),
    makes: ['redirected'],
  },
  {
    does: 'https is lost',
    apply: policy({
      ...bash,
      builtinToolPolicy: { Edit: 'ask' },
      managedMcpServers: [server('docs', docs, { url: 'http://docs.example.com/mcp' })],
    }),
    makes: ['gone'],
  },
  {
    does: 'https is back',
    apply: policy({ ...bash, builtinToolPolicy: { Edit: 'ask' }, managedMcpServers: [server('docs', docs)] }),
    makes: ['newly-active'],
  },
  {
    does: 'a misspelled permission drops the server',
    apply: policy({
      ...bash,
      builtinToolPolicy: { Edit: 'ask' },
      managedMcpServers: [server('docs', { ...docs, x: 'deny' })],
    }),
    makes: ['gone'],
  },
  {
    does: 'and is mended',
    apply: policy({ ...bash, builtinToolPolicy: { Edit: 'ask' }, managedMcpServers: [server('docs', docs)] }),
    makes: ['newly-active'],
  },
  {
    does: 'offer a plugin',
    apply: both(manifest('available'), (folder) =>
      write(folder, 'org-plugins/reviewer/.mcp.json', {
        mcpServers: { review: { type: 'http', url: 'https://review.example.com/mcp' } },
      }),
    ),
    makes: [],
  },
  { does: 'install it for everyone', apply: manifest('required'), makes: ['newly-active'] },
  { does: 'posting asks', apply: policy(lock('ask')), makes: ['stricter'] },
  { does: 'posting is blocked', apply: policy(lock('blocked')), makes: ['stricter'] },
  { does: 'posting runs unasked', apply: policy(lock('allow')), makes: ['looser'] },
  {
    does: 'a local server joins it, which policy keeps off',
    apply: (folder) =>
      write(folder, 'org-plugins/reviewer/.mcp.json', {
        mcpServers: { review: { type: 'http', url: 'https://review.example.com/mcp' }, lint: { command: 'lint' } },
      }),
    makes: [],
  },
  {
    does: 'local servers may run',
    apply: policy({ ...lock('allow'), isLocalDevMcpEnabled: true }),
    makes: ['newly-active'],
  },
  { does: 'and may not', apply: policy(lock('allow')), makes: ['gone'] },
  {
    does: 'rename the policy',
    apply: both((folder) => remove(folder, 'fleet.json'), policy(lock('allow'), 'policies/fleet.json')),
    makes: [],
  },
  {
    does: 'the same policy for the registry',
    apply: (folder) => {
      const { code, err } = plugboard(folder, 'convert', 'policies/fleet.json', '--to', 'reg', '--output', 'fleet.reg');
      assert.equal(code, 0, err);
      remove(folder, 'policies');
    },
    makes: [],
  },
  {
    does: 'and as a profile',
    apply: (folder) => {
      const { code, err } = plugboard(
        folder,
        'convert',
        'fleet.reg',
        '--to',
        'mobileconfig',
        '--output',
        'fleet.mobileconfig',
      );
      assert.equal(code, 0, err);
      remove(folder, 'fleet.reg');
    },
    makes: [],
  },
  {
    does: 'back to JSON, with Bash',
    apply: both(
      (folder) => remove(folder, 'fleet.mobileconfig'),
      policy({ ...lock('allow'), disabledBuiltinTools: [] }),
    ),
    makes: ['looser'],
  },
  {
    does: 'rename the plugin',
    apply: (folder) =>
      fs.renameSync(path.join(folder, 'org-plugins/reviewer'), path.join(folder, 'org-plugins/critic')),
    makes: ['newly-active', 'gone'],
  },
  {
    does: 'lose its manifest',
    apply: (folder) => remove(folder, 'org-plugins/critic/.claude-plugin'),
    makes: ['gone'],
  },
  { does: 'no plugins', apply: (folder) => remove(folder, 'org-plugins'), makes: [] },
  {
    does: 'no policy',
    apply: (folder) =>
      both(
        (of) => remove(of, 'fleet.json'),
        (of) => write(of, 'README.md', 'Nothing.'),
      )(folder),
    makes: ['looser', 'stricter', 'gone'],
  },
];
