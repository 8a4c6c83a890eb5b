import { surfaceNames } from '../../core/vocabulary/names.ts';
import { oneLine } from '../terminal.ts';
import { type Answer, type Row, tableOf } from './effectiveRows.ts';

/** The effective tool set as Markdown, for a comment or a page. */
export function markdown(answer: Answer): string {
  const { surfaces, builtins, servers } = tableOf(answer);
  const columns = surfaces.length;
  const row = ({ name, isServer, cells, decidedBy }: Row): string => {
    const states = cells.map(({ word, isOff }) => (isOff ? `~~${word}~~` : word));
    return `| ${[isServer ? `**${literal(name)}**` : literal(name), ...states, literal(decidedBy)].join(' | ')} |`;
  };
  const section = (title: string, rows: readonly Row[]): string[] =>
    rows.length === 0
      ? []
      : [
          `| ${[title, ...surfaces.map((surface) => surfaceNames[surface]), 'Decided by'].join(' | ')} |`,
          `|${' --- |'.repeat(columns + 2)}`,
          ...rows.map(row),
          '',
        ];
  const { target, source, notes } = answer;
  return [
    '### Effective tools',
    '',
    `For app ${target.minimumVersion}, ${target.date.slice(0, 10)}. ${literal(oneLine(source.why))}`,
    '',
    ...section('Built-in tools', builtins),
    ...section('Servers and their tools', servers),
    ...notes.map(
      ({ message, origin }) =>
        `- ${literal(oneLine(message))}${origin ? ` (${literal(origin.file)}:${origin.range.start.line + 1})` : ''}`,
    ),
  ]
    .join('\n')
    .trimEnd();
}

/** Text from a file, so that nothing in it is read as Markdown or HTML. */
const literal = (text: string): string =>
  text.replace(/[\\`*_{}[\]<>|~#&]/g, (character) => `\\${character}`).replace(/@/g, '@\u200b');
