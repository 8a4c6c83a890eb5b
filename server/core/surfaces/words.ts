import type { CellVerdict, PartGroup, PartType, SurfaceId, SurfaceState } from './model.ts';

/** The names of the surfaces, and whose surfaces they are. */
export const pluginSurfaceNames: Readonly<Record<SurfaceId, { readonly name: string; readonly detail: string }>> = {
  'cowork-3p': { name: 'Cowork', detail: 'on third-party inference' },
  chat: { name: 'Chat', detail: 'in the desktop app, on third-party inference' },
  code: { name: 'Code', detail: 'in the desktop app' },
  cowork: { name: 'Standard Cowork', detail: 'with a claude.ai account' },
  cli: { name: 'Claude Code CLI', detail: 'in a terminal' },
  vscode: { name: 'VS Code extension', detail: 'Claude Code in the editor' },
  cloud: { name: 'Code in the cloud', detail: 'Claude Code on the web' },
  web: { name: 'claude.ai', detail: 'chat in the browser' },
};

interface Noun {
  readonly one: string;
  readonly more: string;
}

/** The nouns for each type of part. */
export const nouns: Readonly<Record<PartType, Noun>> = {
  skill: { one: 'skill', more: 'skills' },
  command: { one: 'command', more: 'commands' },
  agent: { one: 'agent', more: 'agents' },
  hook: { one: 'hook', more: 'hooks' },
  'remote-server': { one: 'remote server', more: 'remote servers' },
  'web-socket-server': { one: 'web socket server', more: 'web socket servers' },
  'local-server': { one: 'local server', more: 'local servers' },
  bundle: { one: 'desktop extension', more: 'desktop extensions' },
  'language-server': { one: 'language server', more: 'language servers' },
  monitor: { one: 'monitor', more: 'monitors' },
  'output-style': { one: 'output style', more: 'output styles' },
  theme: { one: 'theme', more: 'themes' },
  workflow: { one: 'workflow', more: 'workflows' },
  settings: { one: 'settings file', more: 'settings files' },
  program: { one: 'program', more: 'programs' },
};

type Cells = Readonly<Partial<Record<PartType, CellVerdict>>>;

/** `3 skills`, `1 hook`. */
const counted = ({ type, count }: PartGroup): string => `${count} ${count === 1 ? nouns[type].one : nouns[type].more}`;

/** `a`, `a and b`, `a, b and c`. */
const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

/** Returns what works and what does not, in one sentence: `3 skills work; 2 hooks need 1.52386.0; unknown: 1 agent.` */
export function summaryOf(groups: readonly PartGroup[], cells: Cells): string {
  if (groups.length === 0) return 'The plugin has no parts.';
  const of = (state: SurfaceState) => groups.filter(({ type }) => cells[type]?.state === state && !cells[type]?.needs);
  const verb = (found: readonly PartGroup[], one: string, more: string) =>
    found.length === 1 && found[0]?.count === 1 ? one : more;
  const said = (state: SurfaceState, one: string, more: string) => {
    const found = of(state);
    return found.length > 0 ? `${listed(found.map(counted))} ${verb(found, one, more)}` : undefined;
  };
  if (of('yes').length === groups.length) return 'Everything works.';
  if (of('no').length === groups.length) return 'Nothing works.';
  if (of('unknown').length === groups.length) return 'Unknown for every part.';
  const waiting = groups.flatMap((group) => {
    const needs = cells[group.type]?.needs;
    return needs ? `${counted(group)} ${verb([group], 'needs', 'need')} ${needs}` : [];
  });
  const unsure = of('unknown');
  const parts = [
    said('yes', 'works', 'work'),
    said('partly', 'works partly', 'work partly'),
    ...waiting,
    said('no', 'does not', 'do not'),
    unsure.length > 0 && `unknown: ${listed(unsure.map(counted))}`,
  ].filter((part) => typeof part === 'string');
  const text = parts.join('; ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
