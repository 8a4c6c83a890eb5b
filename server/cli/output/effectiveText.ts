import { pluginCode } from '../../core/vocabulary/reach.ts';
import { inactiveTerm, serverStates } from '../../core/vocabulary/reasons.ts';
import { states } from '../../core/vocabulary/states.ts';
import { oneLine, type Paint } from '../terminal.ts';
import { type Answer, type Row, tableOf } from './effectiveRows.ts';
import { reachLines, summaryLines } from './reachText.ts';
import { toneStyles } from './toneStyles.ts';

const nameWidth = 38;
const cellWidth = 14;

/** How much is printed. */
export interface TextOptions {
  /** What was looked at, in a sentence. */
  readonly evaluated?: string | undefined;
  /** Everything: each tool has its own row, and reach every line. */
  readonly isWhole: boolean;
}

/** Returns the effective tool set as text for a terminal. */
export function text(answer: Answer, paint: Paint, { evaluated, isWhole }: TextOptions): string {
  const { heads, builtins, servers } = tableOf(answer, isWhole);
  const header = `${''.padEnd(nameWidth)}${heads.map((head) => head.padEnd(cellWidth)).join('')}Decided by`;
  const section = (title: string, rows: readonly Row[]) =>
    rows.length > 0
      ? [
          `${paint('bold', title.padEnd(nameWidth))}${paint('dim', header.slice(nameWidth))}`,
          ...rows.flatMap((row) => line(row, paint)),
          '',
        ]
      : [];
  const { target, source, plugins, notes } = answer;
  return [
    `For app ${target.minimumVersion}, ${target.date.slice(0, 10)}. ${oneLine(source.why)}`,
    ...(evaluated === undefined ? [] : [paint('dim', oneLine(evaluated))]),
    '',
    ...summaryLines(answer, paint),
    ...reachLines(answer, paint, isWhole),
    ...section('Built-in tools', builtins),
    ...section('Servers', servers),
    ...legend([...builtins, ...servers], paint),
    ...list(
      'Plugins',
      plugins.map(
        ({ directory, active, reason, why, modules }) =>
          `${oneLine(directory)}: ${active ? serverStates.active.label : [inactiveTerm(reason).label, oneLine(why ?? '')].filter(Boolean).join('. ')}${modules.length > 0 ? `. ${pluginCode.modules.sentence}` : ''}`,
      ),
      paint,
    ),
    ...list(
      'Notes',
      // The summary names what was lost.
      notes.flatMap(({ message, origin, certainty, weight }) => {
        if (weight === 'lost') return [];
        const place = origin ? ` (${oneLine(origin.file)}:${origin.range.start.line + 1})` : '';
        return [`${oneLine(message)}${place}${certainty === 'unknown' ? ' [unknown]' : ''}`];
      }),
      paint,
    ),
  ]
    .join('\n')
    .trimEnd();
}

/** A long name gets separate lines, so that the columns stay aligned. */
function line({ names, detail, isServer, cells, decidedBy }: Row, paint: Paint): string[] {
  const name = [names.join(', '), detail].filter((part) => part !== '').join(' ');
  const shown = isServer ? name : `  ${name}`;
  const lines = wrap(shown, nameWidth - 2);
  const last = (lines.pop() ?? '').padEnd(nameWidth);
  const states = cells.map(({ tone, word }) => paint(toneStyles[tone], word.padEnd(cellWidth))).join('');
  return [...lines, `${isServer ? paint('bold', last) : last}${states}${paint('dim', decidedBy)}`];
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  const indent = /^ */.exec(text)?.[0] ?? '';
  let current = '';
  for (const word of text.trim().split(' ')) {
    if (current !== '' && indent.length + current.length + 1 + word.length > width) {
      lines.push(indent + current);
      current = word;
    } else current = current === '' ? word : `${current} ${word}`;
  }
  return [...lines, indent + current];
}

/** Returns the meaning of each state in the table. */
function legend(rows: readonly Row[], paint: Paint): string[] {
  const words = new Set(rows.flatMap(({ cells }) => cells.map(({ word }) => word)));
  const meant = [...Object.values(states), ...Object.values(serverStates)].filter(({ label }) => words.has(label));
  const unique = meant.filter(({ label }, i) => meant.findIndex((other) => other.label === label) === i);
  return list(
    'States',
    unique.map(({ label, sentence }) => paint('dim', `${label.padEnd(cellWidth)}${sentence}`)),
    paint,
  );
}

const list = (title: string, items: readonly string[], paint: Paint): string[] =>
  items.length > 0 ? [paint('bold', title), ...items.map((item) => `  ${item}`), ''] : [];
