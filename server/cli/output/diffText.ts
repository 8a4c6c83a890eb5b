import {
  type Change,
  type Comparison,
  causeLabel,
  comparisonSummary,
  elsewhereWords,
  remarks,
  riskWords,
  type SettingChange,
  type SideNames,
  type Standing,
  settingName,
  settingRemarks,
  settingSurfaces,
  settingValue,
  standingTerm,
  surfaceWords,
  toolWords,
  whyInactive,
} from '../../core/index.ts';
import {
  changeKinds,
  settingClasses,
  settingsTitle,
  settingTerms,
  changes as terms,
} from '../../core/vocabulary/changes.ts';
import { oneLine, type Paint } from '../terminal.ts';
import type { Places } from './diffPlaces.ts';
import { toneStyles } from './toneStyles.ts';

const nameWidth = 44;
const surfaceWidth = 14;
const changeWidth = 32;
const classWidth = 15;

/** Returns a comparison as text for a terminal. @param evaluated what was looked at on each side, in a sentence */
export function text(
  comparison: Comparison,
  { before, after }: SideNames,
  places: Places,
  paint: Paint,
  evaluated: readonly string[] = [],
): string {
  const { changes, inactive } = comparison;
  const { minimumVersion, date } = comparison.after.target;
  const side = ({ name, commit }: SideNames['before']) =>
    `${oneLine(name)}${commit === null ? '' : ` (${commit.slice(0, 7)})`}`;
  const sections = changeKinds.flatMap((kind) => {
    const rows = changes.filter((change) => change.kind === kind);
    if (rows.length === 0) return [];
    const { label, sentence, tone } = terms[kind];
    return [
      `${paint(toneStyles[tone], label)}  ${paint('dim', sentence)}`,
      ...rows.flatMap((change) => row(change, places, paint)),
      '',
    ];
  });
  const settings = settingClasses.flatMap((kind) => {
    const rows = comparison.settings.filter((setting) => setting.class === kind);
    return rows.flatMap((setting) => settingRow(setting, places, paint));
  });
  const still =
    inactive.length === 1 ? '1 server is inactive as before' : `${inactive.length} servers are inactive as before`;
  return [
    `${paint('bold', `${side(before)} → ${side(after)}`)}  for app ${minimumVersion}, ${date.slice(0, 10)}`,
    ...evaluated.map((words) => paint('dim', oneLine(words))),
    '',
    ...sections,
    ...(settings.length > 0
      ? [`${paint('bold', settingsTitle.label)}  ${paint('dim', settingsTitle.sentence)}`, ...settings, '']
      : []),
    `${comparisonSummary(comparison)}${inactive.length > 0 ? ` ${still}.` : ''}`,
  ].join('\n');
}

/** Returns the row of a setting: its class, its surfaces, both values, and below it the remarks. */
function settingRow(setting: SettingChange, places: Places, paint: Paint): string[] {
  const { label, tone } = settingTerms[setting.class];
  const { origin, side, line } = setting.cause;
  const spot = origin && places.spot(origin, side);
  const at = spot ? `${oneLine(spot.file)}:${spot.line}${side === 'old' ? ' before' : ''}` : '';
  const quoted = line ? `${line.sign} ${oneLine(line.text)}` : '';
  const reason = [paint('dim', at), quoted && paint(line?.sign === '+' ? 'green' : 'red', quoted)];
  const name = `  ${oneLine(settingName(setting))}`;
  const [was, is] = [setting.before, setting.after].map((value) => oneLine(settingValue(setting, value)));
  const moved = `${was} → ${is}`.padEnd(changeWidth);
  const isLong = name.length > nameWidth - 2;
  return [
    ...(isLong ? [name] : []),
    `${(isLong ? '' : name).padEnd(nameWidth)}${settingSurfaces(setting).padEnd(surfaceWidth)}${paint(toneStyles[tone], label.padEnd(classWidth))}${moved}  ${reason.filter((part) => part !== '').join('  ')}`.trimEnd(),
    ...settingRemarks(setting).map((part) => `${' '.repeat(nameWidth)}${paint('dim', oneLine(part))}`),
  ];
}

/** Returns a row, and further information below it. A long name gets a separate line, so that the columns stay aligned. */
function row(change: Change, places: Places, paint: Paint): string[] {
  const { surfaces, before, after, cause, decides } = change;
  const risk = riskWords(change);
  const name = `  ${subject(change)}${risk === '' ? '' : ` (${risk})`}`;
  const isLong = name.length > nameWidth - 2;
  const [was, is] = [word(before), word(after)];
  const gap = ' '.repeat(Math.max(2, changeWidth - was.length - is.length - 3));
  const moved = `${paint(styleOf(before), was)} → ${paint(styleOf(after), is)}${gap}`;
  const head = `${(isLong ? '' : name).padEnd(nameWidth)}${surfaceWords(surfaces).padEnd(surfaceWidth)}${moved}`;
  const line = cause.line ? `${cause.line.sign} ${oneLine(cause.line.text)}` : '';
  const reason = [
    paint('dim', place(cause, cause.side, places, whyInactive(change), line === '')),
    line && paint(cause.line?.sign === '+' ? 'green' : 'red', line),
  ];
  const said = remarks(change);
  const more = [
    ...change.differences.map(oneLine),
    decides.length > 0 ? `${standingTerm(after).label} because of ${decidedByText(decides, places)}` : '',
    ...change.elsewhere.map((each) => `${elsewhereWords(each)}: ${place(each, 'new', places)}`),
    said.before ?? '',
    said.after ?? '',
    change.mistake === null ? '' : `Probably unintended. ${oneLine(change.mistake)}`,
  ].filter((part) => part !== '');
  return [
    ...(isLong ? [name] : []),
    `${head}${reason.filter((part) => part !== '').join('  ')}`,
    ...more.map((part) => `${' '.repeat(nameWidth)}${paint('dim', part)}`),
  ];
}

function subject(change: Change): string {
  const { of, server, plugin } = change;
  if (of === 'plugin') return `plugin ${oneLine(plugin ?? '')}`;
  const owner =
    of === 'builtin' ? 'built-in' : `${oneLine(server ?? '')}${plugin === null ? '' : ` (${oneLine(plugin)})`}`;
  return `${owner} › ${toolWords(change, oneLine)}`;
}

const styleOf = (standing: Standing) => toneStyles[standingTerm(standing).tone];

const word = (standing: Standing): string =>
  standing.is === 'active' && standing.address !== null
    ? `${standingTerm(standing).label} (${oneLine(standing.address)})`
    : standingTerm(standing).label;

const mostPlaces = 3;
const decidedByText = (decides: Change['decides'], places: Places): string =>
  `${decides
    .slice(0, mostPlaces)
    .map((each) => place(each, 'new', places))
    .join(', ')}${decides.length > mostPlaces ? ' …' : ''}`;

/** Returns a location, with its rule if no line shows it. */
function place(
  { rule, origin }: Pick<Change['cause'], 'rule' | 'origin'>,
  side: 'old' | 'new',
  places: Places,
  why = '',
  withRule = true,
): string {
  const spot = origin && places.spot(origin, side);
  const at = spot ? [`${oneLine(spot.file)}:${spot.line}${side === 'old' ? ' before' : ''}`] : [];
  return [...at, ...(withRule || !spot ? [oneLine(causeLabel(rule, why).text)] : [])].join(' ');
}
