import { severities } from '../../base/text.ts';
import { platforms, policyRoles } from '../../effective/input.ts';
import versions from '../../generated/versions.json';
import type { KeyFacts, Schema } from '../../schema/schema.ts';

const fleetFacts: KeyFacts = { whenWrong: 'The fleet cannot be evaluated.' };
const facts: KeyFacts = { whenWrong: 'The setting is ignored.' };

const target: Schema = {
  title: 'Target',
  type: 'object',
  properties: {
    minimumVersion: {
      title: 'Oldest version',
      description:
        'The oldest version of Claude Desktop on your computers. Rules and effective tools are evaluated for this version. Default: the newest version that Plugboard knows.',
      type: 'string',
      pattern: '^\\d+(\\.\\d+)*$',
      expected: 'numbers with dots, like `1.46388.4`',
      suggestions: versions.map((value) => ({ value, description: 'a release that brought policy keys' })),
      facts,
    },
    hosts: {
      title: 'Hosts',
      description:
        'Where your plugins are used: `desktop-3p` is Claude Desktop on third-party inference, `claude-code` is Claude Code on its own. Features supported by only one host are reported for the other.',
      type: 'array',
      minItems: 1,
      items: { type: 'string', enum: ['desktop-3p', 'claude-code'] },
      default: ['desktop-3p'],
      facts,
    },
  },
};

const orgPlugins: Schema = {
  title: 'Org plugins',
  type: 'object',
  properties: {
    directories: {
      title: 'Folders of org plugins',
      description:
        'Folders that hold org plugins but are not called `org-plugins`: absolute paths, or paths relative to this file’s folder.',
      type: 'array',
      items: { type: 'string', minLength: 1 },
      facts,
    },
  },
};

const rules: Schema = {
  title: 'Rule levels',
  description: 'The level of individual rules, by id. Other rules keep their default level; `off` disables a rule.',
  type: 'object',
  additionalProperties: { title: 'Level', type: 'string', enum: [...severities, 'off'], facts },
};

const suppress: Schema = {
  title: 'Ignored',
  description: 'Findings to ignore, each entry with a reason. An entry that no longer matches anything is reported.',
  type: 'array',
  items: {
    title: 'Ignored findings',
    type: 'object',
    required: ['rules', 'files'],
    properties: {
      rules: {
        title: 'Rules',
        description: 'Rule ids; `mcp/*` means every rule of a kind.',
        type: 'array',
        minItems: 1,
        items: { type: 'string' },
      },
      files: {
        title: 'Files',
        description: 'Globs of files, seen from the folder of this file. A folder stands for all that is in it.',
        type: 'array',
        minItems: 1,
        items: { type: 'string', minLength: 1 },
      },
      reason: {
        title: 'Reason',
        description: 'Why this is not a problem here. The next reader needs to know.',
        type: 'string',
      },
    },
    facts: { whenWrong: 'The entry has no effect.' },
  },
};

const file = (title: string, description: string): Schema => ({
  title,
  description,
  type: 'string',
  minLength: 1,
  facts: fleetFacts,
});
const pluginNames = (title: string, description: string): Schema => ({
  title,
  description,
  type: 'array',
  items: { type: 'string', minLength: 1 },
  facts: fleetFacts,
});

/** One entry of `fleets`. */
export const fleet: Schema = {
  title: 'Fleet',
  type: 'object',
  properties: {
    policy: {
      title: 'Policy',
      description:
        'The policy file of these computers; an object if there are several, by role: `machine` and `user` on macOS, `hklm` and `hkcu` on Windows, `bootstrap`, `local`. `none`: there is no policy.',
      variants: [
        {
          name: 'by role',
          when: { type: 'object' },
          schema: {
            type: 'object',
            properties: Object.fromEntries(policyRoles.map((role) => [role, file(role, 'A policy file.')] as const)),
          },
        },
        { name: 'one file', schema: { type: 'string', minLength: 1 } },
      ],
      facts: fleetFacts,
    },
    orgPlugins: file('Folder of plugins', 'The org-plugins folder, or `none`.'),
    userConfig: file('User configuration', 'A `claude_desktop_config.json`, or `none`.'),
    platform: {
      title: 'Platform',
      description: 'The operating system.',
      type: 'string',
      enum: platforms,
      facts: fleetFacts,
    },
    minimumVersion: target.properties?.minimumVersion ?? {},
    tools: file('Known tools', 'A file that lists the tools of each server.'),
    installed: pluginNames('Installed', 'Plugins that users have installed.'),
    uninstalled: pluginNames('Removed', 'Plugins that users have removed.'),
    claudeCodeManaged: file('Managed files of Claude Code', 'A `managed-mcp.json` or `managed-settings.json`.'),
  },
};

const fleets: Schema = {
  title: 'Fleets',
  description:
    'Named sets of computers with the same configuration. `plugboard test` tests expectations for each; `plugboard effective --fleet NAME` shows one. Paths are relative to this file’s folder. A source that is not named is looked for in that folder.',
  type: 'object',
  additionalProperties: fleet,
};

/** `.plugboard.json`: the settings of a workspace, which `server/settings.ts` reads. */
export const schema: Schema = {
  title: 'Settings of Plugboard',
  description:
    'What Plugboard’s editor extension and command line should know about this folder. Editor settings take precedence.',
  type: 'object',
  properties: {
    target,
    orgPlugins,
    policyFiles: {
      title: 'Policies',
      description: 'Globs of policy files, whatever their names, e.g. `fleet/*.json`.',
      type: 'array',
      items: { type: 'string', minLength: 1 },
      facts,
    },
    tools: {
      title: 'Known tools',
      description: 'A file that lists the tools of each server: a path relative to this file’s folder.',
      type: 'string',
      minLength: 1,
      default: '.plugboard.tools.json',
      facts,
    },
    rules,
    suppress,
    fleets,
    $schema: { title: 'Schema', description: 'A URL for editors; Plugboard does not read it.' },
  },
};

/** The schemas of the objects in the file, by path. */
export const objects: readonly (readonly [path: readonly string[], schema: Schema])[] = [
  [[], schema],
  [['target'], target],
  [['orgPlugins'], orgPlugins],
];
/** The schema of one entry of `suppress`. */
export const entrySchema: Schema = suppress.items ?? {};
