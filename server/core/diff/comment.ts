import { changes as changeTerms, settingTerms } from '../vocabulary/changes.ts';
import { reasons } from '../vocabulary/reasons.ts';
import { code, name, placeLink, sentence, superscript } from '../writers/pageMarkdown.ts';
import {
  causeLabel,
  elsewhereWords,
  headline,
  isDangerous,
  remarks,
  riskWords,
  sourceWords,
  standingTerm,
  surfaceWords,
  toolWords,
  whyInactive,
} from './changeWords.ts';
import { differenceDetails } from './commentDetails.ts';
import type { Change, ChangeKind, Comparison, SettingChange, Spot, SpotOf } from './model.ts';
import { settingName, settingRemarks, settingSurfaces, settingValue } from './settings/settingWords.ts';

/** The first line of the comment, by which a script finds the comment to replace. */
export const marker = '<!-- plugboard-diff: one comment per pull request, updated in place -->';

/** What the page shows about the two sides. */
export interface SideNames {
  readonly before: { readonly name: string; readonly commit: string | null };
  readonly after: { readonly name: string; readonly commit: string | null };
  /** The command that prints the page; undefined if there is none. */
  readonly command: string | undefined;
}

/** Changes that are only stricter are not emphasised. */
/** ✅ only if everything that changed could be compared. */
const verdictSign = (counts: Comparison['counts']): string =>
  isDangerous(counts) ? '⚠️' : counts.unordered > 0 ? 'ℹ️' : '✅';

function mark(kind: ChangeKind): string {
  const { emoji, label } = changeTerms[kind];
  return `${emoji} ${kind === 'stricter' ? label : `**${label}**`}`;
}

/** Limits the length: a comment may have 65,536 characters. */
const mostRows = 80;
const mostInactive = 40;

/** The name of the files on disk when they are compared with a revision. */
export const worktreeName = 'working tree';

/** Returns a comparison as Markdown for a pull request: a table of the changes, the most dangerous first, then the reasons. */
export function pullRequestComment(comparison: Comparison, sides: SideNames, spotOf: SpotOf): string {
  const { changes, counts, source, after } = comparison;
  const footnotes: string[] = [];
  const note = (text: string | undefined): string => {
    if (text === undefined) return '';
    if (!footnotes.includes(text)) footnotes.push(text);
    return ` ${superscript(footnotes.indexOf(text) + 1)}`;
  };
  const rows = changes.slice(0, mostRows).map((change) => row(change, isAmbiguous(change, changes), note, spotOf));
  const left = changes.length - rows.length;
  const sideName = ({ name: of, commit }: SideNames['before']) =>
    commit === null ? (of === worktreeName ? of : code(of)) : `${code(of)} (${commit.slice(0, 7)})`;
  const { minimumVersion, date } = after.target;
  const footer = [
    ...footnotes.map((text, i) => `${superscript(i + 1)} ${text}.`),
    ...(sides.command === undefined
      ? []
      : [`Reproduce: ${code(sides.command)}${isDangerous(counts) ? ` · fails with ${code('--fail-on looser')}` : ''}`]),
  ];
  return [
    marker,
    `### ${verdictSign(counts)} Effective tools: ${headline(comparison)}`,
    '',
    `${sideName(sides.before)} → ${sideName(sides.after)} · minimum version ${minimumVersion} · ${date.slice(0, 10)}`,
    '',
    ...(source ? [`${sourceWords(source)}.`, ''] : []),
    ...(rows.length > 0
      ? ['| | Change | Surface | Before → after | Because of |', '|---|---|---|---|---|', ...rows, '']
      : []),
    ...(left > 0
      ? [`… and ${left} more changes${sides.command === undefined ? '' : ': run the command below'}.`, '']
      : []),
    ...settingTable(comparison.settings, spotOf),
    ...mistakes(changes),
    ...differenceDetails(comparison, spotOf),
    ...unchangedDetails(comparison),
    ...(footer.length > 0 ? [`<sub>${footer.join(' · ')}</sub>`] : []),
  ].join('\n');
}

/** Whether another server of the same name changes too. */
const isAmbiguous = ({ server, layer, plugin }: Change, changes: readonly Change[]): boolean =>
  server !== null &&
  changes.some((other) => other.server === server && (other.layer !== layer || other.plugin !== plugin));

function row(change: Change, withLayer: boolean, note: (text?: string) => string, spotOf: SpotOf): string {
  const { kind, surfaces } = change;
  const risk = riskWords(change);
  const said = remarks(change);
  const cells = [
    mark(kind),
    `${subject(change, withLayer)}${risk === '' ? '' : ` (${risk})`}`,
    surfaceWords(surfaces),
    `${address(change, 'before')}${note(said.before)} → **${address(change, 'after')}**${note(said.after)}`,
    [reason(change, spotOf), ...change.differences.map(sentence), ...change.elsewhere.map(elsewhereWords)]
      .filter((part) => part !== '')
      .join('; '),
  ];
  return `| ${cells.join(' | ')} |`;
}

function subject(change: Change, withLayer: boolean): string {
  const { of, server, plugin, layer } = change;
  if (of === 'plugin') return `plugin ${name(plugin ?? '')}`;
  const from = plugin === null ? (layer ?? '') : `plugin ${name(plugin)}`;
  const owner = of === 'builtin' ? 'built-in' : `${name(server ?? '')}${withLayer ? ` (${from})` : ''}`;
  return `${owner} › ${toolWords(change, code)}`;
}

function address({ of, before, after }: Change, side: 'before' | 'after'): string {
  const standing = side === 'before' ? before : after;
  const isServerGone = side === 'after' && of === 'server' && standing.is === 'inactive';
  const word = standingTerm(standing).label;
  const words = isServerGone ? `Server ${word.toLowerCase()}` : word;
  return standing.is === 'active' && standing.address !== null ? `${words} (${code(standing.address)})` : words;
}

/** The maximum number of lines that are named as deciding about tools. */
const mostPlaces = 3;

function reason(change: Change, spotOf: SpotOf): string {
  const { kind, cause, decides } = change;
  const { origin, side, line } = cause;
  const rule = causeLabel(cause.rule, whyInactive(change));
  const spot = origin && spotOf(origin, side);
  const others = decides.flatMap(({ origin: at }) => {
    const other = at && spotOf(at, 'new');
    return other && (other.file !== spot?.file || other.line !== spot.line) ? [placeOf(other)] : [];
  });
  const places = [...new Set(others)];
  const parts = [
    spot ? placeOf(spot) : rule.isKey ? code(rule.text) : sentence(rule.text),
    side === 'old' && spot ? 'before' : '',
    line ? code(`${line.sign} ${line.text}`) : kind === 'redirected' && spot ? code(rule.text) : '',
    places.length > 0 ? `and ${places.slice(0, mostPlaces).join(', ')}${places.length > mostPlaces ? ' …' : ''}` : '',
  ];
  return parts.filter((part) => part !== '').join(' ');
}

const placeOf = ({ file, line, isLink, base }: Spot): string =>
  isLink ? placeLink(file, line, base) : code(`${file}:${line}`);

/** Changed settings, in a separate table. */
function settingTable(settings: readonly SettingChange[], spotOf: SpotOf): string[] {
  if (settings.length === 0) return [];
  const rows = settings.slice(0, mostRows).map((setting) => {
    const { emoji, label } = settingTerms[setting.class];
    const { origin, side, line } = setting.cause;
    const spot = origin && spotOf(origin, side);
    const value = (of: unknown) =>
      of === undefined ? sentence(settingValue(setting, of)) : code(settingValue(setting, of));
    const cells = [
      `${emoji} ${setting.class === 'looser' || setting.class === 'not-comparable' ? `**${label}**` : label}`,
      code(settingName(setting)),
      settingSurfaces(setting),
      `${value(setting.before)} → ${value(setting.after)}`,
      [
        spot ? placeOf(spot) : '',
        side === 'old' && spot ? 'before' : '',
        line ? code(`${line.sign} ${line.text}`) : '',
        ...settingRemarks(setting).map((remark) => `${sentence(remark)}.`),
      ]
        .filter((part) => part !== '')
        .join(' '),
    ];
    return `| ${cells.join(' | ')} |`;
  });
  const left = settings.length - rows.length;
  return [
    '| | Setting | Surface | Before → after | Because of |',
    '|---|---|---|---|---|',
    ...rows,
    ...(left > 0 ? [`| … | ${left} more | | | |`] : []),
    '',
  ];
}

function mistakes(changes: readonly Change[]): string[] {
  const said = changes.flatMap(({ of, mistake, server, plugin, after }) => {
    if (mistake === null) return [];
    const word = standingTerm(after).label.toLowerCase();
    const what = of === 'plugin' ? `plugin ${code(plugin ?? '')}` : `server ${code(server ?? '')}`;
    return [`**Probably unintended:** ${what} is ${word}. ${sentence(mistake)}.`];
  });
  return [...new Set(said)].flatMap((text) => [text, '']);
}

function unchangedDetails({ counts, inactive }: Comparison): string[] {
  const stay = `${counts.unchanged} ${counts.unchanged === 1 ? 'tool stays as it is' : 'tools stay as they are'}`;
  if (inactive.length === 0) return [`${stay}.`, ''];
  const rows = inactive.slice(0, mostInactive).map(({ server, plugin, layer, reason: of, why }) => {
    const { label } = reasons[of];
    const from = plugin === null ? layer : `plugin ${name(plugin)}`;
    return `| ${name(server)} (${from}) | ${label}: ${sentence(why)} |`;
  });
  const left = inactive.length - rows.length;
  return [
    `<details><summary>${stay} · ${inactive.length} ${inactive.length === 1 ? 'server' : 'servers'} inactive as before</summary>`,
    '',
    '| Server | Reason |',
    '|---|---|',
    ...rows,
    ...(left > 0 ? [`| … | ${left} more |`] : []),
    '</details>',
    '',
  ];
}
