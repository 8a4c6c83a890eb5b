import { derived } from '../base/derived.ts';
import type { Severity } from '../base/text.ts';
import type { Rule } from '../model.ts';

type Named = Pick<Rule, 'id' | 'aliases'>;

/** Returns the kind in an id: the part before `/`. */
const kindOf = (id: string): string => id.slice(0, id.indexOf('/'));

/**
 * Returns the ids by which a rule can be named in documents of the kind `host`, the closest first: the id of the former rule of
 * that kind, its current id, and its former ids.
 */
export function namesOf({ id, aliases = [] }: Named, host: string): readonly string[] {
  const kind = kindOf(id);
  const here = aliases.filter((alias) => kindOf(alias) === host && host !== kind);
  return [...here, id, ...aliases.filter((alias) => kindOf(alias) === kind)];
}

/** Returns the level that settings give to a rule in documents of the kind `host`, by id or alias. */
export function levelOf(
  rule: Named,
  host: string,
  levels: Readonly<Record<string, Severity | 'off'>>,
): Severity | 'off' | undefined {
  const name = namesOf(rule, host).find((each) => Object.hasOwn(levels, each));
  return name === undefined ? undefined : levels[name];
}

/** Whether `pattern` (an id, an alias or `kind/*`) matches a rule in a document of the kind `host`. */
export const means = (pattern: string, rule: Named, host: string): boolean =>
  pattern === `${host}/*` || namesOf(rule, host).some((name) => fits(pattern, name));

/** Returns the rules that a pattern matches in any document. */
export const rulesMeant = (pattern: string, rules: ReadonlyMap<string, Rule>): Rule[] =>
  pattern.endsWith('/*')
    ? [...rules.values()].filter(({ id, aliases = [] }) => [id, ...aliases].some((name) => fits(pattern, name)))
    : [...(byName(rules).get(pattern) ?? [])];

const fits = (pattern: string, name: string): boolean =>
  pattern === name || (pattern.endsWith('/*') && name.startsWith(pattern.slice(0, -1)));

/** Returns rules by all ids that they have or had; several rules may share an alias. */
const byName: (rules: ReadonlyMap<string, Rule>) => ReadonlyMap<string, readonly Rule[]> = derived((rules) => {
  const names = new Map<string, Rule[]>();
  for (const rule of rules.values()) {
    for (const name of [rule.id, ...(rule.aliases ?? [])]) names.set(name, [...(names.get(name) ?? []), rule]);
  }
  return names;
});
