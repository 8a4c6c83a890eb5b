import { severities } from '../../base/text.ts';
import versions from '../../generated/versions.json';
import type { KeyFacts, Schema } from '../../schema/schema.ts';

const facts: KeyFacts = { whenWrong: 'The setting does not count.' };

const target: Schema = {
  title: 'For whom the rules speak',
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
        'Where your plugins are used: `desktop-3p` is Claude Desktop on third-party inference, `claude-code` is Claude Code by itself. Features supported by only one host are reported for the other.',
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
        'Folders that are org-plugins folders although they are not called `org-plugins`: paths, absolute or from the folder of this file.',
      type: 'array',
      items: { type: 'string', minLength: 1 },
      facts,
    },
  },
};

const rules: Schema = {
  title: 'Levels of rules',
  description:
    'The level of single rules, by id. A rule that is not named keeps its own; `off` silences it everywhere.',
  type: 'object',
  additionalProperties: { title: 'Level', type: 'string', enum: [...severities, 'off'], facts },
};

const suppress: Schema = {
  title: 'What is ignored',
  description:
    'Findings that are left out, each entry with its reason. An entry that leaves nothing out any more is reported.',
  type: 'array',
  items: {
    title: 'Ignored findings',
    type: 'object',
    required: ['rules', 'files'],
    properties: {
      rules: {
        title: 'Rules',
        description: 'Ids of rules; `mcp/*` stands for every rule of a kind.',
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
        description: 'Why this is not a problem here, for the next reader.',
        type: 'string',
      },
    },
    facts: { whenWrong: 'The entry leaves nothing out.' },
  },
};

/** `.plugboard.json`: the settings of a workspace, which `server/settings.ts` reads. */
export const schema: Schema = {
  title: 'Settings of Plugboard',
  description: 'What Plugboard’s editor and command line should know of this folder. Settings of the editor win.',
  type: 'object',
  properties: {
    target,
    orgPlugins,
    policyFiles: {
      title: 'Policies',
      description: 'Globs of files that are policies, whatever they are called, e.g. `fleet/*.json`.',
      type: 'array',
      items: { type: 'string', minLength: 1 },
      facts,
    },
    tools: {
      title: 'Known tools',
      description: 'A file that says which tools servers have: a path from the folder of this file.',
      type: 'string',
      minLength: 1,
      default: '.plugboard.tools.json',
      facts,
    },
    rules,
    suppress,
    $schema: { title: 'Schema', description: 'A URL for editors; Plugboard does not read it.' },
  },
};

/** What the parts of the file may hold, by the way to them. */
export const objects: readonly (readonly [path: readonly string[], schema: Schema])[] = [
  [[], schema],
  [['target'], target],
  [['orgPlugins'], orgPlugins],
];
/** The schema of one entry of `suppress`. */
export const entrySchema: Schema = suppress.items ?? {};
