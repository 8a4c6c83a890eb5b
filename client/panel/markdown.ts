import { surfaceNames, surfaces } from '../../server/core/vocabulary/names.ts';
import { inactiveTerm } from '../../server/core/vocabulary/reasons.ts';
import { states } from '../../server/core/vocabulary/states.ts';
import { modelOf } from './model.ts';
import { placeOf } from './place.ts';
import type { EffectiveAnswer, Group } from './types.ts';

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
const row = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;

function groupTable(answer: EffectiveAnswer, group: Group): string[] {
  const rows = group.tools.map((tool) => {
    const origin = surfaces.flatMap((id) => tool.cells[id]?.origin ?? [])[0];
    const marks = surfaces.map((id) => states[tool.cells[id]?.state ?? 'absent'].label);
    return row([
      `\`${tool.name}\`${tool.differs ? ' (differs)' : ''}`,
      ...marks,
      origin ? placeOf(answer.files, origin) : '',
    ]);
  });
  const heads = ['Tool', ...surfaces.map((id) => surfaceNames[id]), 'Decided by'];
  return [`### ${group.name} (${group.detail})`, '', row(heads), row(heads.map(() => '---')), ...rows, ''];
}

/** The effective tool set as Markdown, for a ticket or a pull request. */
export function markdownOf(answer: EffectiveAnswer): string {
  const { groups } = modelOf(answer);
  const off = groups.filter(({ active }) => !active);
  const { target, source } = answer.result;
  const idle = off.flatMap((group) => {
    const server = surfaces.flatMap((id) => group.servers[id] ?? [])[0];
    return server
      ? [`- **${group.name}** (${group.detail}): ${inactiveTerm(server.reason).label}. ${server.why ?? ''}`.trim()]
      : [];
  });
  return [
    '## Effective tools',
    '',
    `${source.why} Fleet floor ${target.minimumVersion}, ${target.date.slice(0, 10)}.`,
    '',
    ...groups.filter(({ active, tools }) => active && tools.length > 0).flatMap((group) => groupTable(answer, group)),
    ...(idle.length > 0 ? ['### Inactive servers', '', ...idle, ''] : []),
  ].join('\n');
}
