import { derived } from '../../base/derived.ts';
import type { Problem, Severity } from '../../base/text.ts';
import type { Editor, Rule, RuleContext, Target } from '../../model.ts';
import { isBootstrapResponse } from '../../policy/bootstrap.ts';
import type { EntryFlaw } from '../../policy/entry/flaw.ts';
import { flawSentence, keyFlawSentence } from '../../policy/entry/flawSentences.ts';
import { failsClosed, type ManagedEntry, type ManagedKey, readManagedKey } from '../../policy/entry/managedKey.ts';
import { variantOf } from '../../policy/entry/variant.ts';
import { nameOfServer } from '../../policy/managedServers.ts';
import type { RuleMetadata } from '../../ruleMetadata.ts';
import { child, type Node, type ObjectNode } from '../../syntax/node.ts';

/** A problem that a flaw of the entry explains: the message consists of the flaw's sentence, `advice`, and the consequence. */
interface FlawProblem extends Omit<Problem, 'message'> {
  readonly flaw: EntryFlaw;
  readonly advice?: string | undefined;
}

/** A problem of one entry of the managed servers. */
export type EntryProblem = FlawProblem | (Problem & { readonly flaw?: undefined });

export interface EntryRuleContext {
  readonly edit: Editor;
  readonly target: Target;
  /** All flaws of the entry; rules turn flaws into messages and fixes, and decide nothing themselves. */
  readonly flaws: readonly EntryFlaw[];
}

/** A rule that checks one managed server at a time. */
export interface EntryRule extends RuleMetadata {
  readonly id: string;
  readonly severity: Severity;
  check(entry: ObjectNode, context: EntryRuleContext): Iterable<EntryProblem>;
}

const noKey: ManagedKey = { entries: [], kept: [], flaws: [] };

const listOf = (root: Node | undefined): Node | undefined =>
  root?.type === 'array' ? root : child(root, 'managedMcpServers');

const keyOf = derived((root: Node) => ({
  device: derived((target: Target) => read(root, target, false)),
  bootstrap: derived((target: Target) => read(root, target, true)),
}));

function read(root: Node, { minimumVersion, date }: Target, isFromBootstrap: boolean): ManagedKey {
  const list = listOf(root);
  return list?.type === 'array' ? readManagedKey(list, { minimumVersion, date, isFromBootstrap }) : noKey;
}

/** Returns the managed servers of a policy as the app reads them; none if the key is not a list. */
export function managedKey({ root, target, document }: Pick<RuleContext, 'root' | 'target' | 'document'>): ManagedKey {
  if (!root) return noKey;
  return keyOf(root)[isBootstrapResponse(document, root) ? 'bootstrap' : 'device'](target);
}

/** Yields the problems that `check` finds in the entries of a policy, each with the consequence. */
export function* entryProblems(context: RuleContext, check: EntryRule['check']): Generator<Problem> {
  const { edit, target } = context;
  const key = managedKey(context);
  for (const { node, flaws } of key.entries) {
    if (node.type !== 'object') continue;
    for (const problem of check(node, { edit, target, flaws })) {
      if (problem.flaw) yield explained(problem, node, key, target);
      else yield problem;
    }
  }
}

/** Returns a rule about entries as a rule about the whole document. */
export const asRule = ({ check, ...about }: EntryRule): Rule => ({
  ...about,
  scope: 'document',
  check: (context) => entryProblems(context, check),
});

/** Returns a problem with the message for an entry. */
export function explained(
  { flaw, advice, ...problem }: FlawProblem,
  entry: Node,
  key: ManagedKey,
  target: Target,
): Problem {
  const isLater = flaw.consequence === 'old-form' && !flaw.isInForce;
  const message = [`${flawSentence(flaw)}.`, advice, consequence(flaw, entry, key, target)].filter(Boolean).join(' ');
  return { ...problem, message, ...(isLater && { severity: 'warning' }) };
}

/** Returns what the app does with an entry because of a flaw, in sentences; undefined if it keeps the entry. */
function consequence(flaw: EntryFlaw, entry: Node, key: ManagedKey, target: Target): string | undefined {
  if (flaw.consequence === 'field-ignored') return undefined;
  if (flaw.isInForce) return `${nameOfServer(entry)} is dropped${when(flaw)}.${ofKey(key, target)}`;
  if (flaw.consequence === 'old-form') return 'From 2026-10-07 on, the app drops the entry.';
  return flaw.since === undefined ? undefined : `From app ${flaw.since} on the app drops the entry.`;
}

function when({ consequence: what, since, before }: EntryFlaw): string {
  if (what === 'old-form') return ' since 2026-10-07';
  if (before !== undefined) return ` by apps before ${before}`;
  return since === undefined ? '' : ` since ${since}`;
}

/**
 * If no entry is left, the app cannot read the key at all, and stays restrictive from 1.40609.0 on. Sources: the app's own
 * validator; that release.
 */
function ofKey({ flaws }: ManagedKey, target: Target): string {
  const [flaw] = flaws;
  if (flaw?.code !== 'every-entry-dropped') return '';
  const closed = failsClosed(target) ? ', and Code allows no other server' : '';
  return ` ${keyFlawSentence(flaw)} and no managed server runs${closed}.`;
}

/**
 * Returns the managed servers that run, by name: those that the app keeps, if it can read the key. `policy-only` entries are
 * about a plugin's server.
 */
export function runningServers(
  context: Pick<RuleContext, 'root' | 'target' | 'document'>,
): ReadonlyMap<string, ObjectNode> {
  const { kept, flaws } = managedKey(context);
  const isServer = ({ node }: ManagedEntry) => flaws.length === 0 && variantOf(node) !== 'policy-only';
  return new Map(
    kept.filter(isServer).flatMap(({ name, node }) => (node.type === 'object' ? [[name, node] as const] : [])),
  );
}
