import type { Origin } from '../effective/model.ts';
import { changeKinds, settingsTitle, settingTerms, changes as terms } from '../vocabulary/changes.ts';
import type { Term, Tone } from '../vocabulary/term.ts';
import {
  causeLabel,
  comparisonSummary,
  elsewhereWords,
  isDangerous,
  remarks,
  riskTerm,
  standingTerm,
  surfaceWords,
  toolWords,
  whyInactive,
} from './changeWords.ts';
import type { Change, ChangedLine, ChangeKind, Comparison, SettingChange, SpotOf, Standing } from './model.ts';
import { settingName, settingRemarks, settingSurfaces, settingValue } from './settings/settingWords.ts';

/** The state on one side, with its label. */
export interface ShownStanding {
  readonly is: Standing['is'] | 'value';
  readonly word: string;
  readonly icon: string;
  readonly tone: Tone;
  /** What an active server connects to or starts. */
  readonly address: string | null;
}

/** One change, in words. */
export interface ComparisonRow {
  /** The server or plugin, or `built-in`. */
  readonly owner: string;
  readonly tools: string;
  readonly risk: { readonly label: string; readonly tone: Tone } | null;
  readonly surfaces: string;
  readonly before: ShownStanding;
  readonly after: ShownStanding;
  readonly line: ChangedLine | null;
  /** The rule that decides, if no line was added or removed. */
  readonly rule: { readonly text: string; readonly isKey: boolean };
  readonly remark: string;
  /** File and line from 1, for display. */
  readonly place: string | null;
  /** The target of a click; null if the line no longer exists. */
  readonly origin: Origin | null;
}

export interface ComparisonGroup {
  /** `settings`: the rows are settings instead of tools, with their own classes. */
  readonly kind: ChangeKind | 'settings';
  readonly title: string;
  readonly icon: string;
  readonly tone: Tone;
  readonly meaning: string;
  readonly count: number;
  readonly rows: readonly ComparisonRow[];
}

/** A comparison in display form, the most dangerous change first. */
export interface ComparisonPage {
  readonly isDangerous: boolean;
  /** What is more dangerous, and the rest of the summary. */
  readonly summary: readonly [string, string];
  readonly groups: readonly ComparisonGroup[];
  readonly target: { readonly minimumVersion: string; readonly date: string };
}

/** Returns `comparison` as rows in display form. `spotOf` returns locations for display. */
export function comparisonPage(comparison: Comparison, spotOf: SpotOf): ComparisonPage {
  const { changes, counts, after } = comparison;
  const [first = '', ...rest] = comparisonSummary(comparison).split(/(?<=\.) /);
  const groups = changeKinds.flatMap((kind): ComparisonGroup[] => {
    const own = changes.filter((change) => change.kind === kind);
    const rows = own.map((change) => row(change, spotOf));
    return rows.length > 0 ? [{ kind, ...titleOf(terms[kind]), count: counts[kind], rows }] : [];
  });
  const settings = comparison.settings.map((setting) => settingRow(setting, spotOf));
  const dangerous = groups.filter(({ kind }) => kind === 'looser' || kind === 'newly-active' || kind === 'redirected');
  const others = groups.filter((group) => !dangerous.includes(group));
  const withSettings =
    settings.length > 0
      ? [
          ...dangerous,
          { kind: 'settings' as const, ...settingsTitleOf(comparison), count: settings.length, rows: settings },
          ...others,
        ]
      : groups;
  const { minimumVersion, date } = after.target;
  return {
    isDangerous: isDangerous(counts),
    summary: [first, rest.join(' ')],
    groups: withSettings,
    target: { minimumVersion, date },
  };
}

function row(change: Change, spotOf: SpotOf): ComparisonRow {
  const { of, server, plugin, surfaces, cause, elsewhere, mistake } = change;
  const spot = cause.origin && spotOf(cause.origin, cause.side);
  const said = remarks(change);
  const risk = riskTerm(change.risk);
  const remark = [mistake, ...change.differences, said.before, said.after, ...elsewhere.map(elsewhereWords)].filter(
    Boolean,
  );
  return {
    owner: of === 'builtin' ? 'built-in' : of === 'plugin' ? 'plugin' : (server ?? ''),
    tools: of === 'plugin' ? (plugin ?? '') : toolWords(change, (name) => name),
    risk: risk && { label: risk.label, tone: risk.tone },
    surfaces: surfaceWords(surfaces),
    before: standing(change.before),
    after: standing(change.after),
    line: cause.line,
    rule: causeLabel(cause.rule, whyInactive(change)),
    remark: remark.join('. '),
    place: spot ? `${spot.file}:${spot.line}` : null,
    origin: cause.side === 'new' ? cause.origin : null,
  };
}

const titleOf = ({ label, sentence, icon, tone }: Term) => ({ title: label, meaning: sentence, icon, tone });

/** The worst class of the settings decides the group's colour. */
const settingsTitleOf = ({ settings }: Comparison) => {
  const { icon, tone } = settingTerms[settings[0]?.class ?? 'changed'];
  return { title: settingsTitle.label, meaning: settingsTitle.sentence, icon, tone };
};

function settingRow(setting: SettingChange, spotOf: SpotOf): ComparisonRow {
  const { cause } = setting;
  const spot = cause.origin && spotOf(cause.origin, cause.side);
  const { label, tone, icon } = settingTerms[setting.class];
  const value = (of: unknown, isAfter: boolean): ShownStanding => ({
    is: of === undefined ? 'missing' : 'value',
    word: settingValue(setting, of),
    icon: isAfter ? icon : 'symbol-constant',
    tone: isAfter ? tone : 'quiet',
    address: null,
  });
  return {
    owner: label,
    tools: settingName(setting),
    risk: null,
    surfaces: settingSurfaces(setting),
    before: value(setting.before, false),
    after: value(setting.after, true),
    line: cause.line,
    rule: { text: setting.key, isKey: true },
    remark: settingRemarks(setting).join('. '),
    place: spot ? `${spot.file}:${spot.line}` : null,
    origin: cause.side === 'new' ? cause.origin : null,
  };
}

function standing(of: Standing): ShownStanding {
  const { label, icon, tone } = standingTerm(of);
  return { is: of.is, word: label, icon, tone, address: of.is === 'active' ? of.address : null };
}
