import { mask } from '../../core/index.ts';
import { name as nameText, sentence } from '../../core/writers/pageMarkdown.ts';
import { type Answer, type Row, tableOf } from './effectiveRows.ts';

/** Returns the effective tool set as Markdown, for a comment or a page. */
export function markdown(answer: Answer, evaluated?: string): string {
  const { heads, builtins, servers } = tableOf(answer);
  const columns = heads.length;
  const row = ({ names, detail, isServer, cells, decidedBy }: Row): string => {
    const states = cells.map(({ word }) => word);
    const name = [names.map(nameText).join(', '), sentence(detail)].filter((part) => part !== '').join(' ');
    return `| ${[isServer ? `**${name}**` : name, ...states, sentence(decidedBy)].join(' | ')} |`;
  };
  const section = (title: string, rows: readonly Row[]): string[] =>
    rows.length === 0
      ? []
      : [
          `| ${[title, ...heads, 'Decided by'].join(' | ')} |`,
          `|${' --- |'.repeat(columns + 2)}`,
          ...rows.map(row),
          '',
        ];
  const { target, source, notes } = answer;
  return [
    '### Effective tools',
    '',
    `For app ${target.minimumVersion}, ${target.date.slice(0, 10)}. ${sentence(source.why)}`,
    '',
    ...(evaluated === undefined ? [] : [sentence(evaluated), '']),
    ...section('Built-in tools', builtins),
    ...section('Servers and their tools', servers),
    ...notes.map(
      ({ message, origin }) =>
        `- ${sentence(mask(message))}${origin ? ` (${sentence(origin.file)}:${origin.range.start.line + 1})` : ''}`,
    ),
  ]
    .join('\n')
    .trimEnd();
}
