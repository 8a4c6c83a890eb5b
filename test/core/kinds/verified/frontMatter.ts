import { type Case, row } from './case.ts';

const places = { skill: 'skills/review/SKILL.md', command: 'commands/review.md', agent: 'agents/review.md' };
type Place = keyof typeof places;
type Levels = Readonly<Partial<Record<Place, Case['app']>>> | Case['app'];
type More = Parameters<typeof row>[3];

/** Returns cases with a text in each place: one severity for all, or those that differ. */
const everywhere = (title: string, text: string, levels: Levels, more: More = {}): Case[] =>
  Object.entries(places).flatMap(([place, path]) => {
    const level = typeof levels === 'string' ? levels : levels[place as Place];
    return level ? [row(`${title}: ${place}`, { [path]: text }, level, more)] : [];
  });
const front = (yaml: string): string => `---\n${yaml}\n---\nReview the change.\n`;
const about = 'name: review\ndescription: Reviews a change';
const mild = { cowork: 'silent' } as const;

/** Skills, commands and agents. */
export const frontMatterCases: readonly Case[] = [
  ...everywhere('whole', front(about), 'silent'),
  ...everywhere('no front matter', 'Review the change.\n', 'warning', mild),
  ...everywhere('a blank line first', `\n${front(about)}`, 'warning'),
  ...everywhere('not closed', `---\n${about}\n\nReview the change.\n`, 'warning'),
  ...everywhere('a text only', front('just a text'), 'error'),
  ...everywhere('a list', front('- a\n- b'), 'error'),

  // YAML that is repaired line by line, and YAML that is not.
  ...everywhere('a colon in a value', front('name: review\ndescription: Reviews: a change'), 'silent'),
  ...everywhere('text behind a list', front(`${about}\nargument-hint: [a] b`), 'silent'),
  ...everywhere('a value that begins with a star', front('name: review\ndescription: *all* changes'), 'silent'),
  ...everywhere('a nested colon', front(`${about}\nmetadata:\n  a: b: c`), 'error'),
  ...everywhere('a colon in a list', front(`${about}\nallowed-tools:\n  - a: b: c`), 'error'),
  ...everywhere('a colon in a further line', front('name: review\ndescription: Reviews\n  a change: all'), 'error'),
  ...everywhere('text behind a quote', front('name: review\ndescription: "Reviews" a change'), 'error'),
  ...everywhere('tabs at the top level', front('\tname: review\n\tdescription: Reviews'), 'error'),
  ...everywhere('tabs below a key', front('name: review\ndescription: Reviews\nmetadata:\n\ta: b'), 'silent'),
  ...everywhere('a bad escape', front('name: review\ndescription: "Reviews \\q"'), 'error'),

  ...everywhere('a value that begins like a list', front('name: review\ndescription: - all changes'), 'error'),
  ...everywhere('a value that begins like a key', front('name: review\ndescription: ? all changes'), 'error'),
  ...everywhere('an indented key', front('name: review\n  description: Reviews'), 'error'),
  ...everywhere('a key without its blank', front('name: review\ndescription:Reviews'), 'error'),

  // Description and name.
  ...everywhere('no description', front('name: review'), 'warning', mild).map((each) =>
    /skill|agent/.test(each.title) ? { ...each, cowork: 'warning' as const } : each,
  ),
  ...everywhere('description null', front('name: review\ndescription:'), 'silent'),
  ...everywhere('description as a list', front('name: review\ndescription: [a, b]'), 'error'),
  ...everywhere('description as a map', front('name: review\ndescription:\n  a: b'), 'error'),
  ...everywhere('description as a number', front('name: review\ndescription: 1'), 'silent'),
  ...['1', 'true', '[a]'].flatMap((name) =>
    everywhere(`the name ${name}`, front(`name: ${name}\ndescription: Reviews`), 'error'),
  ),
  ...everywhere('a name in capitals', front('name: REVIEW\ndescription: Reviews'), 'silent'),
  ...everywhere('no name', front('description: Reviews'), 'silent'),
  row('a name with a colon', { 'agents/review.md': front('name: a:b\ndescription: Reviews') }, 'silent', {
    ours: 'warning',
    because: 'documented: the file is skipped',
  }),

  // Tools.
  ...everywhere('tools as a text', front(`${about}\nallowed-tools: Read, Grep`), 'silent'),
  ...everywhere('tools and metadata that are null', front(`${about}\nallowed-tools: null\nmetadata: null`), {
    skill: 'silent',
  }),
  ...everywhere('tools as a list', front(`${about}\nallowed-tools: [Read, Grep]`), 'silent'),
  ...['1', 'true', '\n  a: b', '[1, Read]'].flatMap((tools, i) =>
    everywhere(`wrong tools ${i}`, front(`${about}\nallowed-tools: ${tools}`), 'error'),
  ),

  // Keys whose values are not checked.
  ...[
    'argument-hint: 1',
    'model: zzz',
    'effort: 9',
    'color: zzz',
    'isolation: zzz',
    'paths: 1',
    'memory: zzz',
    'tools: 1',
    'zebra: 1',
  ].flatMap((line) => everywhere(line, front(`${about}\n${line}`), 'silent')),
  ...['permissionMode: plan', 'hooks: {}', 'mcpServers: {}'].flatMap((line) => [
    ...everywhere(line, front(`${about}\n${line}`), { skill: 'silent', command: 'silent' }),
    row(`${line}: agent`, { 'agents/review.md': front(`${about}\n${line}`) }, 'silent', {
      ours: 'warning',
      because: 'documented: ignored in an agent of a plugin',
      cowork: 'silent',
    }),
  ]),
  ...everywhere('another shell', front(`${about}\nshell: zsh`), { skill: 'error', command: 'error', agent: 'silent' }),
  ...everywhere('metadata as a text', front(`${about}\nmetadata: x`), {
    skill: 'warning',
    command: 'warning',
    agent: 'silent',
  }),

  // The rest of the file.
  ...everywhere('no body', `---\n${about}\n---\n`, 'silent'),
  ...everywhere('a byte order mark', `\uFEFF${front(about)}`, 'silent'),
  ...everywhere('other line ends', front(about).replaceAll('\n', '\r\n'), 'silent'),
  ...everywhere('a key twice', front(`${about}\nname: review`), 'silent'),
  ...everywhere('a long description', front(`name: review\ndescription: ${'a'.repeat(1400)}`), 'silent'),
  ...everywhere('a link that leads nowhere', `${front(about)}See [the guide](guides/missing.md).\n`, 'silent'),
  ...everywhere('a very long description', front(`name: review\ndescription: ${'a'.repeat(1600)}`), {
    command: 'silent',
    agent: 'silent',
  }),
  row(
    'a very long description: skill',
    { 'skills/review/SKILL.md': front(`name: review\ndescription: ${'a'.repeat(1600)}`) },
    'silent',
    {
      ours: 'warning',
      because: 'documented: the list of skills cuts it',
    },
  ),
];
