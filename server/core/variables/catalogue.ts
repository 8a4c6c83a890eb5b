import type { Certainty } from '../base/text.ts';

/** The types of text in which the app substitutes variables. */
export type InterpolatedAs =
  | 'skill'
  | 'command'
  | 'agent'
  | 'hook'
  | 'server'
  | 'languageServer'
  | 'monitor'
  | 'bundle'
  /** A shell command that gets options in a different way: `headersHelper`. */
  | 'helper';

const markdown = ['skill', 'command'] as const;
const components = [...markdown, 'agent'] as const;
const programs = ['server', 'hook', 'monitor', 'languageServer', 'helper'] as const;

/** What a variable means, and where it is substituted. */
export interface Variable {
  /** `CLAUDE_PLUGIN_ROOT`; for a family of names the usual notation, with the variable part in capitals. */
  readonly name: string;
  readonly form: 'braced' | 'argument' | 'file' | 'shell';
  readonly title: string;
  readonly description: string;
  readonly texts: readonly InterpolatedAs[];
  /** Types of text in which it is known not to be substituted; for others nothing is known. */
  readonly notIn?: readonly InterpolatedAs[];
  /** The folder that it stands for, if the files determine it. */
  readonly folder?: 'plugin' | 'document';
  /** What differs in some types of text, or differed in older versions. */
  readonly notes?: readonly {
    readonly texts: readonly InterpolatedAs[];
    readonly text: string;
    readonly certainty: Certainty;
  }[];
  readonly certainty: Certainty;
  readonly source: string;
}

const plugins = 'https://code.claude.com/docs/en/plugins-reference';
const skills = 'https://code.claude.com/docs/en/skills';
const mcp = 'https://code.claude.com/docs/en/mcp';
const bundles = 'https://github.com/modelcontextprotocol/mcpb/blob/main/MANIFEST.md';

const inBundle = (name: string, title: string): Variable => ({
  name,
  form: 'braced',
  title,
  description: `${title} on the user’s computer.`,
  texts: ['bundle'],
  certainty: 'documented',
  source: bundles,
});

/** All variables with fixed names. Placeholder rules, completion, hover and colours are generated from this list. */
export const namedVariables = {
  CLAUDE_PLUGIN_ROOT: {
    name: 'CLAUDE_PLUGIN_ROOT',
    form: 'braced',
    title: 'Folder of the plugin',
    description: 'The folder in which the plugin is installed. It changes with every plugin update.',
    texts: [...components, ...programs],
    folder: 'plugin',
    notes: [
      { texts: ['helper'], text: 'Substituted here since Claude Code 2.1.195.', certainty: 'documented' },
      {
        texts: ['hook', 'monitor'],
        text: 'Put quotes around it: the folder’s name may contain spaces.',
        certainty: 'documented',
      },
    ],
    certainty: 'documented',
    source: plugins,
  },
  CLAUDE_PLUGIN_DATA: {
    name: 'CLAUDE_PLUGIN_DATA',
    form: 'braced',
    title: 'Data of the plugin',
    description: 'A folder for the plugin’s data. It is kept when the plugin is updated.',
    texts: [...components, ...programs],
    notes: [
      {
        texts: ['server'],
        text: 'Cowork is reported not to substitute it when it starts a program.',
        certainty: 'third-party',
      },
    ],
    certainty: 'documented',
    source: plugins,
  },
  CLAUDE_PROJECT_DIR: {
    name: 'CLAUDE_PROJECT_DIR',
    form: 'braced',
    title: 'Folder of the project',
    description: 'The folder in which the session was started.',
    texts: [...markdown, ...programs],
    certainty: 'documented',
    source: plugins,
  },
  CLAUDE_SKILL_DIR: {
    name: 'CLAUDE_SKILL_DIR',
    form: 'braced',
    title: 'Folder of the skill',
    description: 'The folder that contains this `SKILL.md`. Only with braces, and only in the `SKILL.md` itself.',
    texts: ['skill'],
    notIn: ['command', 'agent'],
    notes: [
      {
        texts: ['command', 'agent'],
        text: 'Reported not to be substituted outside a `SKILL.md`: write the path from `${CLAUDE_PLUGIN_ROOT}`.',
        certainty: 'third-party',
      },
    ],
    folder: 'document',
    certainty: 'documented',
    source: skills,
  },
  CLAUDE_SESSION_ID: {
    name: 'CLAUDE_SESSION_ID',
    form: 'braced',
    title: 'Session',
    description: 'The id of the running session.',
    texts: markdown,
    certainty: 'documented',
    source: skills,
  },
  CLAUDE_EFFORT: {
    name: 'CLAUDE_EFFORT',
    form: 'braced',
    title: 'Effort',
    description: 'The current effort of the model: `low` to `max`.',
    texts: markdown,
    certainty: 'documented',
    source: skills,
  },
  ARGUMENTS: {
    name: 'ARGUMENTS',
    form: 'argument',
    title: 'Arguments',
    description: 'Everything the user typed after the name.',
    texts: markdown,
    certainty: 'documented',
    source: skills,
  },
  __dirname: {
    ...inBundle('__dirname', 'Folder of the extension'),
    description: 'The folder in which the extension is installed.',
    folder: 'document',
  },
  HOME: inBundle('HOME', 'Home folder'),
  DESKTOP: inBundle('DESKTOP', 'Desktop folder'),
  DOCUMENTS: inBundle('DOCUMENTS', 'Documents folder'),
  DOWNLOADS: inBundle('DOWNLOADS', 'Downloads folder'),
  pathSeparator: { ...inBundle('pathSeparator', 'Path separator'), description: '`/`, or `\\` on Windows.' },
} as const satisfies Readonly<Record<string, Variable>>;

/** Variables whose names the file defines. */
export const families = {
  option: {
    name: 'user_config.KEY',
    form: 'braced',
    title: 'Option',
    description: 'What the user entered for this option of `userConfig`.',
    texts: [...components, 'server', 'languageServer', 'hook', 'bundle'],
    notIn: ['helper', 'monitor'],
    notes: [
      {
        texts: ['server'],
        text: 'Cowork is reported to skip a server that is a program and uses this.',
        certainty: 'third-party',
      },
      {
        texts: ['hook'],
        text: 'Rejected since Claude Code 2.1.207 in a command that is run by a shell: use `args`, or the environment variable `CLAUDE_PLUGIN_OPTION_<KEY>` in hooks.',
        certainty: 'documented',
      },
      {
        texts: ['helper', 'monitor'],
        text: 'Rejected since Claude Code 2.1.207, because a shell reads this value.',
        certainty: 'documented',
      },
      { texts: [...components], text: 'Secret options are not substituted here.', certainty: 'documented' },
    ],
    certainty: 'documented',
    source: plugins,
  },
  argument: {
    name: 'N',
    form: 'argument',
    title: 'Argument',
    description:
      'One argument from the user, numbered from 0; empty if the user gave fewer. Quotes keep words together.',
    texts: markdown,
    certainty: 'documented',
    source: skills,
  },
  namedArgument: {
    name: 'NAME',
    form: 'argument',
    title: 'Argument',
    description: 'The argument with this name in `arguments`.',
    texts: markdown,
    certainty: 'documented',
    source: skills,
  },
  environment: {
    name: 'VAR',
    form: 'braced',
    title: 'Environment variable',
    description:
      'A variable of the user’s environment, or the default after `:-` if it is not set. Without either, the server is not read.',
    texts: ['server'],
    notes: [
      { texts: ['server'], text: 'For Claude Code. Cowork’s documentation does not name it.', certainty: 'documented' },
    ],
    certainty: 'documented',
    source: mcp,
  },
  file: {
    name: 'FILE',
    form: 'file',
    title: 'File',
    description: 'Replaced by the content of this file. Paths are relative to the project folder.',
    texts: ['command'],
    certainty: 'documented',
    source: skills,
  },
  shell: {
    name: 'COMMAND',
    form: 'shell',
    title: 'Shell command',
    description: 'Runs before Claude reads the file, and is replaced by its output. `allowed-tools` must allow it.',
    texts: markdown,
    notes: [
      { texts: markdown, text: 'Reported not to run for users’ own skills in Cowork.', certainty: 'third-party' },
    ],
    certainty: 'documented',
    source: skills,
  },
} as const satisfies Readonly<Record<string, Variable>>;

export const variableNamed = (name: string): Variable | undefined =>
  Object.hasOwn(namedVariables, name) ? namedVariables[name as keyof typeof namedVariables] : undefined;

/** Returns the variables with fixed names that are substituted in a type of text. */
export const variablesOf = (as: InterpolatedAs): Variable[] =>
  Object.values<Variable>(namedVariables).filter(({ texts }) => texts.includes(as));

/** Returns the notation of a variable. */
export const written = ({ form, name }: Variable): string => (form === 'braced' ? `\${${name}}` : `$${name}`);
