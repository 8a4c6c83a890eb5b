import type { EffectiveResult, Placed, Surface } from '../../core/index.ts';
import { certainties } from '../../core/vocabulary/certainties.ts';
import { surfaceNames } from '../../core/vocabulary/names.ts';
import { reachGroups, reachTerms, summaryParts } from '../../core/vocabulary/reach.ts';
import { oneLine, type Paint } from '../terminal.ts';
import { toneStyles } from './toneStyles.ts';

type Answer = Placed<EffectiveResult>;
type Line = Answer['reach'][number]['lines'][number];

const labelWidth = 32;
const levelWidth = 11;
const textWidth = 96;

/** Returns the summary: a label, then its sentences, each with its line. */
export function summaryLines({ summary }: Answer, paint: Paint): string[] {
  if (summary.length === 0) return [];
  const parts = summary.flatMap(({ id, items }) => {
    const { label, tone } = summaryParts[id];
    return items.flatMap(({ message, origin }, i) => {
      const head = i === 0 ? paint(toneStyles[tone], label.padEnd(labelWidth)) : ' '.repeat(labelWidth);
      return beside({ head, width: labelWidth, text: oneLine(message), tail: place(origin) }, paint);
    });
  });
  return [paint('bold', 'Summary'), ...parts.map((line) => `  ${line}`), ''];
}

/** Returns the section on reach. Without `isWhole`, lines that matter little and are not set are left out. */
export function reachLines({ reach, surfaces }: Answer, paint: Paint, isWhole: boolean): string[] {
  const on = (Object.keys(surfaces) as Surface[]).filter((surface) => surfaces[surface]?.tab.isOn);
  let hidden = 0;
  const groups = reach.flatMap(({ id, lines }) => {
    const shown = lines.filter((line) => isWhole || !isMinor(line));
    hidden += lines.length - shown.length;
    if (shown.length === 0) return [];
    return [`  ${paint('bold', reachGroups[id].title)}`, ...shown.flatMap((line) => reachLine(line, on, paint))];
  });
  const more =
    hidden > 0 ? [paint('dim', `  ${hidden} lines about settings of little weight at their defaults: --all`)] : [];
  return [paint('bold', 'What Claude can reach'), ...groups, ...more, ''];
}

/** A default that matters little. */
const isMinor = ({ weight, origin, id }: Line): boolean => weight === 'low' && origin === null && id !== 'not-given';

/** Returns the key that is not set, if the sentence does not name it. */
const unsetWords = ({ key, message }: Pick<Line, 'key' | 'message'>): string =>
  key === null || message.includes(`\`${key}\``) ? '' : `${key} not set`;

function reachLine(
  { id, level, message, surfaces, key, origin, certainty }: Line,
  on: readonly Surface[],
  paint: Paint,
) {
  const { label, tone } = reachTerms[level];
  const { doubt } = certainties[certainty];
  const where =
    surfaces.length === 0 || surfaces.length === on.length || id in surfaceNames
      ? ''
      : `${surfaces.map((each) => surfaceNames[each]).join(', ')}: `;
  const decided = origin ? place(origin) : unsetWords({ key, message });
  const hedge = doubt && level !== 'unknown' ? `(${doubt})` : '';
  const head = paint(toneStyles[tone], label.padEnd(levelWidth));
  const tail = [decided, hedge].filter((part) => part !== '').join(' ');
  const text = `${where}${oneLine(message)}`;
  return beside({ head, width: levelWidth, text, tail }, paint).map((line) => `    ${line}`);
}

/** A text after a head that is `width` wide, and a tail after its last line. */
interface Paragraph {
  readonly head: string;
  readonly width: number;
  readonly text: string;
  readonly tail: string;
}

/** Returns a paragraph in lines of a readable width. */
function beside({ head, width, text, tail }: Paragraph, paint: Paint): string[] {
  const lines: string[] = [];
  let current = '';
  for (const word of text.split(' ')) {
    if (current !== '' && current.length + word.length >= textWidth) {
      lines.push(current);
      current = word;
    } else current = current === '' ? word : `${current} ${word}`;
  }
  const isLong = current.length + tail.length > textWidth;
  const end = paint('dim', tail);
  if (tail === '') lines.push(current);
  else if (isLong) lines.push(current, end);
  else lines.push(`${current}  ${end}`);
  return lines.map((line, i) => `${i === 0 ? head : ' '.repeat(width)}${line}`);
}

const place = (origin: Line['origin']): string =>
  origin ? `${oneLine(origin.file)}:${origin.range.start.line + 1}` : '';
