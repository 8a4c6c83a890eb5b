import { contains, type Diagnostic } from '../../server/core/base/text.ts';
import { effective } from '../../server/core/effective/effective.ts';
import { effectiveInput } from '../../server/core/effective/fromWorkspace.ts';
import policyKind from '../../server/core/kinds/policy/index.ts';
import { Linter } from '../../server/core/lint/linter.ts';
import type { DocumentKind } from '../../server/core/model.ts';
import { itemsOf, nodeAt } from '../../server/core/syntax/node.ts';
import { parse } from '../../server/core/workspace/parse.ts';
import { base, workspaceOf } from './lint.ts';

export interface Case {
  readonly entries: readonly unknown[];
  readonly minimumVersion: string;
  readonly date: string;
  readonly isFromBootstrap: boolean;
}

/** What one side says about each entry: whether it is kept, and with which message. */
interface Verdicts {
  readonly isKept: readonly boolean[];
  readonly says: readonly string[];
}

/** Matches messages of rules about the current target; those about apps of another version or date have other words. */
const dropped = /\bis dropped\b/;
const unreadable = /so the whole key is unreadable/;

/** Lints and evaluates the policy with its entries as a file. Tests can break `kind` and `evaluated` on purpose. */
export function sides(
  linted: Case,
  kind: DocumentKind = policyKind,
  evaluated = linted,
): { rules: Verdicts; effective: Verdicts } {
  const { isFromBootstrap } = linted;
  const path = isFromBootstrap ? 'bootstrap-response.json' : 'policy.json';
  const uri = `${base}/${path}`;
  const workspace = workspaceOf({ [path]: JSON.stringify({ managedMcpServers: linted.entries }) }, [kind]);
  const targetOf = ({ minimumVersion, date }: Case) => ({ minimumVersion, date, hosts: ['desktop-3p'] as const });
  const found = new Linter(workspace, () => ({ target: targetOf(linted), levels: {} })).all().get(uri) ?? [];
  const document = workspace.get(uri);
  const nodes = itemsOf(nodeAt(document && parse(document).root, ['managedMcpServers']));
  const policies = [{ uri, role: isFromBootstrap ? 'bootstrap' : 'managed' }] as const;
  const input = effectiveInput(workspace, { policies, surfaces: ['cowork'], target: targetOf(evaluated) });
  const servers = effective(input).surfaces.cowork?.servers ?? [];
  const isLost = found.some(({ message }) => unreadable.test(message));
  const saysDropped = ({ message, severity }: Diagnostic) => severity === 'error' && dropped.test(message);
  const of = nodes.map(({ range }) => found.filter((diagnostic) => contains(range, diagnostic.range)));
  return {
    rules: {
      isKept: of.map((each) => !isLost && !each.some(saysDropped)),
      says: of.map((each) => each.map(({ rule, message }) => `${rule}: ${message}`).join(' | ')),
    },
    effective: {
      isKept: servers.map(({ reason }) => reason !== 'invalid-entry'),
      says: servers.map(({ why }) => why ?? 'active'),
    },
  };
}

/** A reason that is reported once for all entries: the key as a whole cannot be read. */
const isOfKey = (why: string): boolean => /so the whole key is unreadable$/.test(why);

/**
 * Returns the first entry that the effective tool set drops for a reason that no finding contains, in a few lines; undefined if
 * there is none.
 */
export function otherWords(each: Case): string | undefined {
  const { rules, effective: set } = sides(each);
  const at = each.entries.findIndex((_, i) => {
    const why = set.says[i]?.replace(/ \(rejected since .*\)$/, '') ?? '';
    const says = isOfKey(why) ? rules.says.join(' | ') : rules.says[i];
    return set.isKept[i] === false && says?.includes(why) === false;
  });
  if (at < 0) return undefined;
  return `entry ${at} of ${JSON.stringify(each.entries)}\nrules:     ${rules.says[at]}\neffective: ${set.says[at]}`;
}

/** Returns the first entry on which the two sides differ, in a few lines; undefined if there is none. */
export function disagreement(linted: Case, kind: DocumentKind = policyKind, evaluated = linted): string | undefined {
  const { rules, effective: set } = sides(linted, kind, evaluated);
  const at = linted.entries.findIndex((_, i) => rules.isKept[i] !== set.isKept[i]);
  if (at < 0) return undefined;
  const { minimumVersion, date, isFromBootstrap } = linted;
  return [
    `entry ${at} of ${JSON.stringify(linted.entries)}`,
    `app ${minimumVersion} on ${date}${isFromBootstrap ? ', from a bootstrap server' : ''}`,
    `rules:     ${rules.isKept[at] ? 'kept' : 'dropped'} (${rules.says[at] || 'nothing'})`,
    `effective: ${set.isKept[at] ? 'kept' : 'dropped'} (${set.says[at]})`,
  ].join('\n');
}
