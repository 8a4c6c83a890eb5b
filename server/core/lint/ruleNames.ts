import { derived } from '../base/derived.ts';
import type { Severity } from '../base/text.ts';
import type { Rule } from '../model.ts';

type Named = Pick<Rule, 'id' | 'aliases'>;

/** The kind in an id: what stands before the `/`. */
const kindOf = (id: string): string => id.slice(0, id.indexOf('/'));

/**
 * The ids that a rule goes by in documents of the kind `host`, the closest first: what the rule was called there when that kind had
 * one of its own, its id, and its former ids.
 */
export function namesOf({ id, aliases = [] }: Named, host: string): readonly string[] {
  const kind = kindOf(id);
  const here = aliases.filter((alias) => kindOf(alias) === host && host !== kind);
  return [...here, id, ...aliases.filter((alias) => kindOf(alias) === kind)];
}

/** The level that settings give to a rule in documents of the kind `host`, by its id or by an alias. */
export function levelOf(
  rule: Named,
  host: string,
  levels: Readonly<Record<string, Severity | 'off'>>,
): Severity | 'off' | undefined {
  const name = namesOf(rule, host).find((each) => Object.hasOwn(levels, each));
  return name === undefined ? undefined : levels[name];
}

/** Whether `pattern`, an id, an alias or `kind/*`, means a rule that spoke of a document of the kind `host`. */
export const means = (pattern: string, rule: Named, host: string): boolean =>
  pattern === `${host}/*` || namesOf(rule, host).some((name) => fits(pattern, name));

/** The rules that a pattern means in some document. */
export const rulesMeant = (pattern: string, rules: ReadonlyMap<string, Rule>): Rule[] =>
  pattern.endsWith('/*')
    ? [...rules.values()].filter(({ id, aliases = [] }) => [id, ...aliases].some((name) => fits(pattern, name)))
    : [...(byName(rules).get(pattern) ?? [])];

const fits = (pattern: string, name: string): boolean =>
  pattern === name || (pattern.endsWith('/*') && name.startsWith(pattern.slice(0, -1)));

/** Rules by every id that they have or had; several rules may share one alias. */
const byName: (rules: ReadonlyMap<string, Rule>) => ReadonlyMap<string, readonly Rule[]> = derived((rules) => {
  const names = new Map<string, Rule[]>();
  for (const rule of rules.values()) {
    for (const name of [rule.id, ...(rule.aliases ?? [])]) names.set(name, [...(names.get(name) ?? []), rule]);
  }
  return names;
});
