import { mask } from '../../core/index.ts';
import { certainties } from '../../core/vocabulary/certainties.ts';
import { surfaceNames } from '../../core/vocabulary/names.ts';
import { reachGroups, reachLabels, reachTerms, summaryParts } from '../../core/vocabulary/reach.ts';
import { name as nameText, sentence } from '../../core/writers/pageMarkdown.ts';
import { type Answer, type Row, tableOf } from './effectiveRows.ts';

type ReachRow = Answer['reach'][number]['lines'][number];

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
    '### What is in force',
    '',
    `For app ${target.minimumVersion}, ${target.date.slice(0, 10)}. ${sentence(source.why)}`,
    '',
    ...(evaluated === undefined ? [] : [sentence(evaluated), '']),
    ...summarySection(answer),
    ...reachSection(answer),
    ...section('Built-in tools', builtins),
    ...section('Servers and their tools', servers),
    ...notes.filter(({ weight }) => weight !== 'lost').map(({ message, origin }) => `- ${placed(message, origin)}`),
  ]
    .join('\n')
    .trimEnd();
}

/** A sentence and the line that decides. */
const placed = (message: string, origin: Answer['notes'][number]['origin']): string =>
  `${sentence(mask(message))}${origin ? ` (${sentence(origin.file)}:${origin.range.start.line + 1})` : ''}`;

const summarySection = ({ summary }: Answer): string[] =>
  summary.length === 0
    ? []
    : [
        ...summary.map(
          ({ id, items }) =>
            `- **${summaryParts[id].label}:** ${items.map(({ message, origin }) => placed(message, origin)).join(' ')}`,
        ),
        '',
      ];

/** Each group as a table. */
const reachSection = ({ reach, surfaces }: Answer): string[] => {
  const on = Object.values(surfaces).filter(({ tab }) => tab.isOn).length;
  const row = ({ id, level, message, surfaces: where, key, origin, certainty }: ReachRow): string => {
    const { doubt } = certainties[certainty];
    const names =
      where.length === 0 || where.length === on || id in surfaceNames
        ? ''
        : ` (${where.map((each) => surfaceNames[each]).join(', ')})`;
    const decided = origin
      ? `${origin.file}:${origin.range.start.line + 1}`
      : key === null || message.includes(`\`${key}\``)
        ? ''
        : `${key} not set`;
    return `| ${[
      `${reachLabels[id]}${names}`,
      `${reachTerms[level].label}${doubt && level !== 'unknown' ? ` (${doubt})` : ''}`,
      sentence(mask(message)),
      sentence(decided),
    ].join(' | ')} |`;
  };
  return reach.flatMap(({ id, lines }) => [
    `| ${[reachGroups[id].title, '', 'What Claude can reach', 'Decided by'].join(' | ')} |`,
    `|${' --- |'.repeat(4)}`,
    ...lines.map(row),
    '',
  ]);
};
