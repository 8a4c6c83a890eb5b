import type { KeyFacts, Schema, Variant } from '../../schema/schema.ts';
import { reference } from './docs.ts';

const entryIsLost = 'The plugin cannot be installed.';
const facts: KeyFacts = { source: reference, certainty: 'documented', whenWrong: entryIsLost };

const text = (title: string, description: string): Schema => ({ title, description, type: 'string', facts });

/** Keys that git sources accept in addition to the URL. */
const pin: Readonly<Record<string, Schema>> = {
  ref: text('Branch or tag', 'The branch or tag to fetch. Default: the repository’s default branch.'),
  sha: text(
    'Commit',
    'The commit to fetch, as 40 lower-case hexadecimal digits. Takes precedence over `ref`; no other commit is ever installed.',
  ),
};

const notFetched = 'Cowork on third-party inference lists such a plugin but never fetches it.';

/** The keys of each kind of source in addition to `source`, required ones first. */
const kinds: Readonly<
  Record<
    string,
    {
      readonly title: string;
      readonly description: string;
      readonly required: readonly string[];
      readonly properties: Readonly<Record<string, Schema>>;
      readonly notes: readonly string[];
    }
  >
> = {
  github: {
    title: 'GitHub repository',
    description: 'The whole repository is the plugin.',
    required: ['repo'],
    properties: { repo: text('Repository', '`owner/name`, not a URL.'), ...pin },
    notes: [notFetched],
  },
  url: {
    title: 'Git repository',
    description: 'The whole repository is the plugin.',
    required: ['url'],
    properties: {
      url: text('Address', 'The URL of a git repository: `https://…`, `git@…` or `file://…`.'),
      ...pin,
    },
    notes: [notFetched],
  },
  'git-subdir': {
    title: 'Folder of a git repository',
    description: 'One folder of another repository is the plugin; only that is downloaded.',
    required: ['url', 'path'],
    properties: {
      url: text('Address', 'The URL of a git repository, or `owner/name` on GitHub.'),
      path: {
        ...text('Folder', 'The folder of the plugin in that repository.'),
        minLength: 1,
        pattern: '^(?!(.*[/\\\\])?\\.\\.([/\\\\]|$))',
        expected: 'the path of a folder without `..`',
      },
      ...pin,
    },
    notes: [notFetched],
  },
  npm: {
    title: 'npm package',
    description: 'A package, unpacked without its install scripts.',
    required: ['package'],
    properties: {
      package: {
        ...text('Package', 'Its name, such as `formatter` or `@your-org/formatter`.'),
        pattern: '^(?!.*\\.\\.)',
        expected: 'the name of a package without `..`',
      },
      version: text('Version', 'A version or a range, such as `^2.0.0`.'),
      registry: {
        ...text('Registry', 'The URL of a registry other than npm’s own.'),
        pattern: '^https?://',
        expected: 'a URL that begins with `https://`',
      },
    },
    notes: [notFetched],
  },
  archive: {
    title: 'Zip archive',
    description: 'A zip file fetched over https, with the plugin at its root or one folder below.',
    required: ['url'],
    properties: {
      url: text('Address', 'The URL of the zip file: `https://`, and not localhost.'),
      sha256: text(
        'Digest',
        'The SHA-256 of the file: 64 hexadecimal digits. A download that does not match is refused. Cowork does not fetch an archive without it.',
      ),
    },
    notes: [
      'Requires Claude Code 2.1.224 or later.',
      'Cowork on third-party inference fetches it only from a marketplace delivered by URL, from the same origin, with `sha256`.',
    ],
  },
  command: {
    title: 'Command',
    description: 'A command on the user’s computer prints the folder of the plugin.',
    required: ['command'],
    properties: {
      command: text(
        'Command',
        'Prints one line, the absolute path of the plugin’s folder. Plain ASCII, at most 500 characters. Users see it before it runs.',
      ),
      timeout: {
        title: 'Time limit',
        description: 'Seconds until the command must be done, up to 600.',
        type: 'number',
        exclusiveMinimum: 0,
        default: 60,
        facts,
      },
      mode: {
        ...text('Mode', 'Whether the folder is copied, or linked and used where it is. Links do not work on Windows.'),
        enum: ['copy', 'link'],
        default: 'copy',
      },
    },
    notes: ['Claude Code 2.1.229 and newer.', notFetched],
  },
};

/** The kinds of a source that is an object. */
export const sourceKinds: readonly string[] = Object.keys(kinds);

/** Returns the keys that a kind of source reads; undefined for an unknown kind. */
export const keysOfSource = (kind: string): readonly string[] | undefined =>
  Object.hasOwn(kinds, kind) ? ['source', ...Object.keys(kinds[kind]?.properties ?? {})] : undefined;

const variants = Object.entries(kinds).map(([kind, { title, description, required, properties, notes }]): Variant => {
  const source: Schema = {
    title: 'Source type',
    description: 'Where the plugin is fetched from.',
    type: 'string',
    enum: [kind],
  };
  return {
    name: `${title} (\`${kind}\`)`,
    when: { equals: { source: kind } },
    schema: {
      title,
      description,
      type: 'object',
      required: ['source', ...required],
      properties: { source, ...properties },
      facts: { ...facts, notes },
    },
  };
});

/** The source of a plugin: a folder of the marketplace, or an object for other sources. */
export const source: Schema = {
  title: 'Source',
  description:
    'Where the plugin is: a folder of the marketplace, relative to its root and starting with `./`, or an object whose `source` names the type.',
  variants: [
    {
      name: 'a folder of the marketplace',
      when: { type: 'string' },
      schema: {
        title: 'Folder',
        description:
          'The plugin’s folder, relative to the root of the marketplace (not to `.claude-plugin`) and starting with `./`. A bare name needs `metadata.pluginRoot`.',
        type: 'string',
        facts: {
          ...facts,
          notes: ['A marketplace delivered by URL has no folders, so the path does not resolve there.'],
        },
      },
    },
    ...variants,
    {
      name: 'elsewhere',
      schema: {
        type: 'object',
        required: ['source'],
        properties: {
          source: {
            title: 'Source type',
            description: 'Where the plugin is fetched from.',
            type: 'string',
            suggestions: Object.entries(kinds).map(([value, { title }]) => ({ value, description: title })),
            facts,
          },
        },
        expected: 'a path such as `./plugins/name`, or an object whose `source` names the type',
        facts: { whenWrong: entryIsLost },
      },
    },
  ],
  suggestions: [{ value: './plugins/' }],
  facts,
};
