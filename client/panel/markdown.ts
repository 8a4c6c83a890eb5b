import { patternTerm, surfaceNames, surfaces } from '../../server/core/vocabulary/names.ts';
import { reachGroups, reachLabels, reachTerms, summaryParts } from '../../server/core/vocabulary/reach.ts';
import { inactiveTerm } from '../../server/core/vocabulary/reasons.ts';
import { states } from '../../server/core/vocabulary/states.ts';
import { code, sentence } from '../../server/core/writers/pageMarkdown.ts';
import { headOf, modelOf } from './model.ts';
import { labelOf, lineOf } from './place.ts';
import type { EffectiveAnswer, Group, Origin } from './types.ts';

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

function groupTable(answer: EffectiveAnswer, group: Group): string[] {
  const rows = group.tools.map((tool) => {
    const origin = surfaces.flatMap((id) => tool.cells[id]?.origin ?? [])[0];
    const marks = surfaces.map((id) => states[tool.cells[id]?.state ?? 'absent'].label);
    return row([
      `${code(tool.name)}${tool.isPattern ? ` (${patternTerm.label})` : ''}${tool.differs ? ' (differs)' : ''}`,
      ...marks,
      origin ? `${sentence(labelOf(answer.files, origin.uri))}:${lineOf(answer.files, origin)}` : '',
    ]);
  });
  const heads = ['Tool', ...surfaces.map((id) => headOf(answer, id)), 'Decided by'];
  return [
    `### ${sentence(group.name)}${group.detail === '' ? '' : ` (${sentence(group.detail)})`}`,
    '',
    row(heads),
    row(heads.map(() => '---')),
    ...rows,
    '',
  ];
}

/** Returns a sentence, and the line that decides. */
function placed(files: EffectiveAnswer['files'], message: string, origin: Origin | null): string {
  const place = origin ? ` (${sentence(labelOf(files, origin.uri))}:${lineOf(files, origin)})` : '';
  return `${sentence(message)}${place}`;
}

const summaryOf = ({ result, files }: EffectiveAnswer): string[] => [
  ...result.summary.map(({ id, items }) => {
    const said = items.map(({ message, origin }) => placed(files, message, origin));
    return `- **${summaryParts[id].label}:** ${said.join(' ')}`;
  }),
  '',
];

function reachTables({ result, files }: EffectiveAnswer): string[] {
  return result.reach.flatMap(({ id, lines }) => [
    row([reachGroups[id].title, '', 'What Claude can reach']),
    row(['---', '---', '---']),
    ...lines.map((line) => {
      const where = line.surfaces.map((surface) => surfaceNames[surface]).join(', ');
      const label = [reachLabels[line.id], ...(where === '' || line.id in surfaceNames ? [] : [`(${where})`])].join(
        ' ',
      );
      return row([label, reachTerms[line.level].label, placed(files, line.message, line.origin)]);
    }),
    '',
  ]);
}

/** Returns the effective tool set as Markdown, for a ticket or a pull request. */
export function markdownOf(answer: EffectiveAnswer): string {
  const { groups } = modelOf(answer);
  const off = groups.filter(({ active }) => !active);
  const { target, source } = answer.result;
  const idle = off.flatMap((group) => {
    const server = surfaces.flatMap((id) => group.servers[id] ?? [])[0];
    return server
      ? [
          `- **${sentence(group.name)}** (${sentence(group.detail)}): ${inactiveTerm(server.reason).label}. ${sentence(server.why ?? '')}`.trim(),
        ]
      : [];
  });
  return [
    '## Effective tools',
    '',
    `${sentence(source.why)} Minimum version ${target.minimumVersion}, ${target.date.slice(0, 10)}.`,
    '',
    ...summaryOf(answer),
    ...reachTables(answer),
    ...groups.filter(({ active, tools }) => active && tools.length > 0).flatMap((group) => groupTable(answer, group)),
    ...(idle.length > 0 ? ['### Inactive servers', '', ...idle, ''] : []),
  ].join('\n');
}
