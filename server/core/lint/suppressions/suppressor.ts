import picomatch from 'picomatch';
import { byPlace, type Diagnostic, type Severity } from '../../base/text.ts';
import { parentOf, pathIn } from '../../base/uri.ts';
import type { Document, Rule } from '../../model.ts';
import type { SuppressedRule, Suppression } from '../../suppression.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { means, rulesMeant } from '../ruleNames.ts';
import { suppressionsOf } from './comments.ts';
import { isAboutSuppressions } from './rules.ts';

/** A suppressed finding. */
export interface Suppressed {
  readonly diagnostic: Diagnostic;
  /** The author's reason; empty if there is none. */
  readonly reason: string;
  /** Suppressed by a comment next to it, or by an entry of `.plugboard.json`. The values are those of SARIF. */
  readonly kind: 'inSource' | 'external';
}

/** What the linter knows when it applies suppressions. */
export interface Judgement {
  readonly rules: ReadonlyMap<string, Rule>;
  readonly levels: Readonly<Record<string, Severity | 'off'>>;
  /** The findings that span files are up to date with the current text. */
  readonly isSettled: boolean;
}

/** An active suppression of findings in other files. */
interface Entry {
  readonly suppression: Suppression;
  matches(uri: string): boolean;
}

/** Leaves out suppressed findings, and tracks which suppressions are used. */
export class Suppressor {
  readonly #files = new Map<string, { readonly document: Document; readonly entries: readonly Entry[] }>();
  /** Suppressed findings by document. */
  readonly #left = new Map<string, readonly Suppressed[]>();
  /** For each document, which rules of which entries suppressed something. */
  readonly #used = new Map<string, readonly string[]>();

  /**
   * Reads the suppressions in changed documents that apply to other files.
   * @returns a function that says whether they may change the findings of a document; undefined if none change.
   */
  update(workspace: Workspace, changed: ReadonlySet<string>): ((uri: string) => boolean) | undefined {
    const touched: Entry[] = [];
    for (const uri of changed) {
      const before = this.#files.get(uri);
      const document = workspace.get(uri);
      const now = document?.kind.suppressions ? document : undefined;
      if (before?.document === now) continue;
      const entries = now ? entriesOf(now) : [];
      if (now) this.#files.set(uri, { document: now, entries });
      else this.#files.delete(uri);
      if (wishes(before?.entries) !== wishes(entries)) touched.push(...(before?.entries ?? []), ...entries);
    }
    return touched.length > 0 ? (uri) => touched.some((entry) => entry.matches(uri)) : undefined;
  }

  /** Removes a deleted document. */
  forget(uri: string): void {
    this.#left.delete(uri);
    this.#used.delete(uri);
  }

  /** Returns the remaining findings, and those about suppressions that are not used. */
  apply(document: Document, found: readonly Diagnostic[], judgement: Judgement): readonly Diagnostic[] {
    const { uri } = document;
    const own = suppressionsOf(document);
    const entries = [...this.#files.values()].flatMap((file) => file.entries.filter((entry) => entry.matches(uri)));
    this.forget(uri);
    if (own.length === 0 && entries.length === 0) return found;
    const left: Suppressed[] = [];
    const used = new Set<SuppressedRule>();
    const here = own.filter(({ files }) => files === undefined);
    const wanted = [...here, ...entries.map(({ suppression }) => suppression)];
    const asking = (suppressions: readonly Suppression[], id: string): Suppression[] => {
      const rule = judgement.rules.get(id) ?? { id };
      return suppressions.filter(({ rules }) => asks(rules, rule, document.kind.id, used));
    };
    const reasons = suppressionsFor(found, wanted, asking);
    const kept = found.filter((diagnostic) => {
      const by = reasons.get(diagnostic);
      if (by) left.push({ diagnostic, reason: by.reason, kind: by.files ? 'external' : 'inSource' });
      return !by;
    });
    if (left.length > 0) this.#left.set(uri, left);
    const keys = entries.flatMap(({ suppression }) =>
      suppression.rules.filter((rule) => used.has(rule)).map((rule) => keyOf(suppression, rule)),
    );
    if (keys.length > 0) this.#used.set(uri, keys);
    const unused = own.length > 0 ? [...this.#unused(document, own, used, judgement)] : [];
    return unused.length > 0 ? [...kept, ...unused].sort(byPlace) : kept;
  }

  /** The documents with suppressions for other files. */
  get files(): Iterable<string> {
    return this.#files.keys();
  }

  /** All suppressed findings. */
  get left(): readonly Suppressed[] {
    return [...this.#left.values()].flat();
  }

  /** Key that changes when the set of used suppressions changes. */
  get usage(): string {
    return JSON.stringify([...new Set([...this.#used.values()].flat())].sort());
  }

  *#unused(
    document: Document,
    own: readonly Suppression[],
    usedHere: ReadonlySet<SuppressedRule>,
    judgement: Judgement,
  ): Generator<Diagnostic> {
    const id = `${document.kind.id}/unused-suppression`;
    const rule = judgement.rules.get(id);
    const severity = judgement.levels[id] ?? rule?.severity ?? 'off';
    if (severity === 'off') return;
    const tags = rule?.tags && { tags: rule.tags };
    const usedElsewhere = new Set([...this.#used.values()].flat());
    // An entry that was just typed has not been applied yet.
    const inForce = new Set(this.#files.get(document.uri)?.entries.map(({ suppression }) => wish(suppression)));
    for (const suppression of own) {
      if (suppression.files && !inForce.has(wish(suppression))) continue;
      const isUsed = (rule: SuppressedRule) =>
        suppression.files ? usedElsewhere.has(keyOf(suppression, rule)) : usedHere.has(rule);
      const unused = suppression.rules.filter((rule) => !isUsed(rule) && isCertain(rule.id, judgement));
      const isWhole = unused.length === suppression.rules.length;
      for (const each of isWhole ? unused.slice(0, 1) : unused) {
        const names = (isWhole ? unused : [each]).map(({ id: name }) => `\`${name}\``).join(' and ');
        const find = isWhole && unused.length > 1 ? 'find' : 'finds';
        yield {
          uri: document.uri,
          rule: id,
          severity,
          ...tags,
          range: isWhole ? suppression.range : each.range,
          message: `${names} ${find} nothing ${suppression.files ? 'in these files' : 'here'}, so that nothing is ignored. Remove this.`,
          fixes: [
            {
              title: `Remove ${isWhole ? 'what is not needed' : names}`,
              edits: [(isWhole ? undefined : each.remove) ?? suppression.remove],
            },
          ],
        };
      }
    }
  }
}

/** No path is as long as a glob over this limit, and the matcher rejects much longer ones. */
const longest = 4096;

function entriesOf(document: Document): Entry[] {
  const folder = parentOf(document.uri);
  return suppressionsOf(document).flatMap((suppression): Entry[] => {
    if (!suppression.files?.length) return [];
    // A folder covers everything in it.
    const folders = suppression.files.map((glob) => glob.replace(/^(\.\/)+/, '').replace(/(?<!\/)\/+$/, ''));
    const globs = folders
      .map((glob) => (glob === '' || glob === '.' ? '**' : glob))
      .filter(({ length }) => length < longest);
    const matches = picomatch([...globs, ...globs.map((glob) => `${glob}/**`)], { dot: true });
    const known = new Map<string, boolean>();
    const answer = (uri: string): boolean => {
      const path = pathIn(folder, uri);
      return path !== undefined && matches(path);
    };
    return [
      {
        suppression,
        matches: (uri) => {
          const is = known.get(uri) ?? answer(uri);
          known.set(uri, is);
          return is;
        },
      },
    ];
  });
}

/** Returns what a suppression asks for, independent of its range and reason. */
const wish = ({ rules, files }: Suppression): string => JSON.stringify([rules.map(({ id }) => id), files]);
const wishes = (entries: readonly Entry[] = []): string =>
  JSON.stringify(entries.map(({ suppression }) => [wish(suppression), suppression.reason]));
const keyOf = ({ files }: Suppression, { id }: SuppressedRule): string => JSON.stringify([id, files]);

/**
 * Returns the suppression of each finding; the first one if several apply.
 * @param asking returns those suppressions that match a rule. All of them are checked, so that each one counts as used.
 */
function suppressionsFor(
  found: readonly Diagnostic[],
  wanted: readonly Suppression[],
  asking: (suppressions: readonly Suppression[], rule: string) => readonly Suppression[],
): ReadonlyMap<Diagnostic, Suppression> {
  const ranks = new Map(wanted.map((suppression, rank) => [suppression, rank]));
  const rankOf = (suppression: Suppression) => ranks.get(suppression) ?? Infinity;
  const ofFile = wanted.filter(({ target }) => !target);
  const rulesFound = [...new Set(found.map(({ rule }) => rule))];
  const askingAnywhere = new Map(rulesFound.map((rule) => [rule, asking(ofFile, rule)] as const));
  const around = suppressionsAround(found, wanted);
  const first = new Map<Diagnostic, Suppression>();
  for (const diagnostic of found) {
    const [here] = asking(around.get(diagnostic) ?? [], diagnostic.rule);
    const [anywhere] = askingAnywhere.get(diagnostic.rule) ?? [];
    const by = here && anywhere && rankOf(anywhere) < rankOf(here) ? anywhere : (here ?? anywhere);
    if (by) first.set(diagnostic, by);
  }
  return first;
}

/** Returns for each finding the suppressions whose range contains its start, in order. */
function suppressionsAround(
  found: readonly Diagnostic[],
  wanted: readonly Suppression[],
): ReadonlyMap<Diagnostic, readonly Suppression[]> {
  const placed = wanted.flatMap((suppression) => (suppression.target ? { suppression, ...suppression.target } : []));
  const waiting = placed.sort((a, b) => a.start - b.start).values();
  let next = waiting.next();
  let open: typeof placed = [];
  const around = new Map<Diagnostic, readonly Suppression[]>();
  for (const diagnostic of [...found].sort((a, b) => a.range.start - b.range.start)) {
    const at = diagnostic.range.start;
    for (; !next.done && next.value.start <= at; next = waiting.next()) open.push(next.value);
    open = open.filter(({ end }) => at <= end);
    around.set(
      diagnostic,
      open.map(({ suppression }) => suppression),
    );
  }
  return around;
}

/** Whether one of the rules of a suppression matches the rule of a finding; all that do are added to `used`. */
function asks(
  rules: readonly SuppressedRule[],
  rule: Pick<Rule, 'id' | 'aliases'>,
  kind: string,
  used: Set<SuppressedRule>,
): boolean {
  if (isAboutSuppressions(rule.id)) return false;
  const asking = rules.filter(({ id }) => means(id, rule, kind));
  for (const each of asking) used.add(each);
  return asking.length > 0;
}

/** Whether it is certain that a rule finds nothing: not if it is off, or if it spans files and has not run yet. */
function isCertain(pattern: string, { rules, levels, isSettled }: Judgement): boolean {
  const meant = rulesMeant(pattern, rules);
  return (
    meant.length > 0 &&
    meant.every(
      ({ id, aliases = [], scope }) =>
        [id, ...aliases].every((name) => levels[name] !== 'off') && (isSettled || scope === 'document'),
    )
  );
}
