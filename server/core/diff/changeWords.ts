import { listOf, plural } from '../base/words.ts';
import { surfaces as allSurfaces, type Surface } from '../effective/model.ts';
import { surfaceList } from '../effective/surfaceList.ts';
import { effects, isPattern, patternTerm, surfaceNames, unlistedTerm } from '../vocabulary/names.ts';
import { reasons, serverStates } from '../vocabulary/reasons.ts';
import { ruleLabel } from '../vocabulary/rules.ts';
import { states } from '../vocabulary/states.ts';
import type { Term, Tone } from '../vocabulary/term.ts';
import type { CauseRule, Change, ChangeKind, Comparison, Counts, Elsewhere, Risk, Standing } from './model.ts';
import { looserCount, looserSettings, otherSettings } from './settings/settingWords.ts';

/** Returns the term of a state. */
export function standingTerm(standing: Standing): Pick<Term, 'label' | 'tone' | 'icon'> {
  if (standing.is === 'active' || standing.is === 'missing') return serverStates[standing.is];
  return standing.is === 'inactive' ? reasons[standing.reason] : states[standing.is];
}

/** Returns what decides a change, and whether that is a key or field, which is shown as code. `why` says why a server is inactive. */
export function causeLabel(rule: CauseRule, why: string): { readonly text: string; readonly isKey: boolean } {
  if (rule.kind === 'inactive') return { text: why, isKey: false };
  if (rule.kind === 'field') return { text: rule.name, isKey: true };
  return rule.kind === 'entry' ? { text: 'the entry', isKey: false } : ruleLabel(rule);
}

/** Returns why a server or plugin is inactive on the side where it is. */
export const whyInactive = ({ before, after }: Pick<Change, 'before' | 'after'>): string =>
  after.is === 'inactive' ? after.why : before.is === 'inactive' ? before.why : '';

/** Returns `All` only if all three surfaces were compared. */
export const surfaceWords = (surfaces: readonly Surface[]): string =>
  surfaces.length === allSurfaces.length ? 'All' : surfaces.map((surface) => surfaceNames[surface]).join(', ');

/** The maximum number of tool names in a row. */
const shownTools = 8;

/** Returns the tools of a change: the first names, each formatted by `show`, and a phrase for the rest. */
export function toolWords({ tools, unlisted, of }: Change, show: (name: string) => string): string {
  if (tools.length === 0 && unlisted === null) return of === 'plugin' ? '' : 'the server';
  if (tools.length === 0) return unlistedTerm(unlisted === 'others');
  const names = tools.slice(0, shownTools).map((tool) => patternWords(tool, of, show(tool)));
  const more = tools.length > shownTools ? [`${tools.length - shownTools} more`] : [];
  return [...names, ...more, ...(unlisted === null ? [] : [unlistedTerm(true)])].join(', ');
}

/** Returns the name of a tool as it is shown; a wildcard gets a suffix that says it matches several tools. */
const patternWords = (tool: string, of: Change['of'], shown: string): string =>
  of === 'server' && isPattern(tool) ? `${shown} (${patternTerm.label})` : shown;

/** Returns the term for the risk of a tool; null if nothing is known. */
export function riskTerm(risk: Risk): { readonly label: string; readonly tone: Tone } | null {
  if (risk === 'other') return null;
  return risk === 'destructive' ? effects.destroys : effects.changes;
}

export const riskWords = ({ risk }: Change): string => riskTerm(risk)?.label ?? '';

/** `Code and Chat keep Ask` */
export const elsewhereWords = ({ surfaces, state }: Elsewhere): string =>
  `${surfaceList(surfaces)} ${surfaces.length === 1 ? 'keeps' : 'keep'} ${states[state].label}`;

/** Returns what Code calls the states before and after, and the surfaces on which the effect is unknown. */
export function remarks({ inCode, before, after, doubtful, layer }: Change): { before?: string; after?: string } {
  const unknown = doubtful.map((surface) =>
    layer === 'plugin'
      ? `In ${surfaceNames[surface]}, plugin servers are not documented: unknown`
      : `In ${surfaceNames[surface]}: unknown`,
  );
  const own = inCode && inCode.after.is !== after.is ? [`In Code: ${standingTerm(inCode.after).label}`] : [];
  const said = [...own, ...unknown].join('. ');
  return {
    ...(inCode && inCode.before.is !== before.is && { before: `In Code before: ${standingTerm(inCode.before).label}` }),
    ...(said !== '' && { after: said }),
  };
}

/** Returns what starts, apart from the tools of servers. */
function otherStarts({ changes }: Comparison): string[] {
  const count = (of: Change['of']) =>
    changes
      .filter((change) => change.kind === 'newly-active' && change.of === of)
      .reduce((sum, { tools }) => sum + Math.max(1, tools.length), 0);
  const [tools, plugins] = [count('builtin'), count('plugin')];
  return [
    ...(tools > 0 ? [plural(tools, 'built-in tool appears', 'built-in tools appear')] : []),
    ...(plugins > 0 ? [plural(plugins, 'plugin starts', 'plugins start')] : []),
  ];
}

/** Returns what is more dangerous than before, in a few words each. */
function dangers(comparison: Comparison, looser: (count: number) => string): string[] {
  const { counts } = comparison;
  return [
    ...(counts.looser > 0 ? [looser(counts.looser)] : []),
    ...(counts.started > 0 ? [plural(counts.started, 'server starts', 'servers start')] : []),
    ...otherStarts(comparison),
    ...(counts.redirected > 0 ? [plural(counts.redirected, 'server is redirected', 'servers are redirected')] : []),
    ...looserSettings(counts),
  ];
}

/** Whether Claude may do more than before. */
export const isDangerous = (counts: Counts): boolean =>
  counts.looser + counts['newly-active'] + counts.redirected + looserCount(counts) > 0;

/** Returns the nouns, singular and plural, for what the changes of one kind count. */
function nounsFor({ changes }: Comparison, kind: ChangeKind): readonly [one: string, several: string] {
  const ofKind = changes.filter((change) => change.kind === kind && change.of === 'server');
  return ofKind.some(({ tools }) => tools.some(isPattern)) ? ['pattern', 'tools and patterns'] : ['tool', 'tools'];
}

/** The number of changes of tools and settings that have no effect now. */
const withoutEffect = (counts: Counts): number => counts['no-effect'] + counts.settings['no-effect'];

/** `2 become looser, 1 server starts` */
export function headline(comparison: Comparison): string {
  const { counts, source } = comparison;
  const worse = dangers(comparison, (count) => plural(count, 'becomes looser', 'become looser'));
  if (worse.length > 0) return worse.join(', ');
  const rest = [
    ...(counts.stricter > 0 ? [plural(counts.stricter, 'becomes stricter', 'become stricter')] : []),
    ...(counts.gone > 0 ? [plural(counts.gone, 'is gone', 'are gone')] : []),
    ...otherSettings(counts),
    ...(source ? ['another policy source'] : []),
  ];
  if (rest.length > 0) return rest.join(', ');
  return withoutEffect(counts) > 0 ? 'no change in effect' : 'no change';
}

/** `2 tools become looser and 1 server starts. 3 tools become stricter, 3 are gone, 24 stay as they are.` */
export function comparisonSummary(comparison: Comparison): string {
  const { counts, source } = comparison;
  const [looser, loosers] = nounsFor(comparison, 'looser');
  const [stricter, stricters] = nounsFor(comparison, 'stricter');
  const worse = dangers(comparison, (count) => plural(count, `${looser} becomes looser`, `${loosers} become looser`));
  const rest = [
    ...(counts.stricter > 0
      ? [plural(counts.stricter, `${stricter} becomes stricter`, `${stricters} become stricter`)]
      : []),
    ...(counts.gone > 0 ? [plural(counts.gone, 'is gone', 'are gone')] : []),
    ...otherSettings(counts),
    ...(withoutEffect(counts) > 0
      ? [plural(withoutEffect(counts), 'change has no effect now', 'changes have no effect now')]
      : []),
    `${plural(counts.unchanged, 'tool stays as it is', 'tools stay as they are')}`,
  ];
  const nothing = counts.unordered > 0 ? 'Nothing that can be compared becomes looser' : 'Nothing becomes looser';
  const first = worse.length > 0 ? worse : [nothing];
  const sentences = [`${listOf(first)}.`, `${rest.join(', ')}.`];
  return [...sentences, ...(source ? [`${sourceWords(source)}.`] : [])].join(' ');
}

const sources = {
  managed: 'a managed policy',
  bootstrap: 'a bootstrap response',
  local: 'the local configuration',
  none: 'no policy',
} as const;

export const sourceWords = ({ before, after }: NonNullable<Comparison['source']>): string =>
  `Another source is in force: ${sources[before]} before, ${sources[after]} now`;
