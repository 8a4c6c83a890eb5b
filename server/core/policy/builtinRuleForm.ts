import type { PropertyNode } from '../syntax/node.ts';
import type { Surface } from '../vocabulary/names.ts';
import { knownBuiltinNames } from './builtinTools.ts';

/** The first app that reads rules for some calls of a tool. */
export const argumentRules = '1.37937.0';
/** Tools whose rules take no argument. */
const bareOnly = ['WebFetch', 'WebSearch'];

/**
 * Whether rules for some calls of a tool apply on a surface: `Tool(pattern)` does in Code, and in Cowork if all tools run in
 * the VM (`requireCoworkFullVmSandbox`). For Chat it is not documented. Source: the app's own help text, extracted by third
 * parties.
 */
export function countsCalls(surface: Surface, isFullVm: boolean): boolean | 'unknown' {
  if (surface === 'chat') return 'unknown';
  return surface === 'code' || isFullVm;
}

/** Why the app cannot read a rule for some calls of a known tool, and the key that was probably intended. */
export interface RuleFlaw {
  readonly says: string;
  readonly meant: string;
}

/**
 * Returns the flaw of a key `Tool(argument)` of `builtinToolPolicy`; undefined if it has none or names no known tool. Source:
 * the app's own validator.
 */
function ruleFlaw(key: string): RuleFlaw | undefined {
  const [, tool = '', gap = '', rest = ''] = /^(\w+)(\s*)(\([\s\S]*)$/.exec(key) ?? [];
  if (!knownBuiltinNames.includes(tool)) return undefined;
  const argument = rest.trimEnd();
  if (bareOnly.includes(tool)) return { says: `Rules for \`${tool}\` take no argument.`, meant: tool };
  if (!argument.endsWith(')')) return { says: 'The closing `)` is missing.', meant: `${tool}${argument})` };
  if (/^\(\s*\)$/.test(argument)) return { says: 'The argument is missing.', meant: tool };
  const meant = tool + argument.replaceAll(/[\r\n]+/g, ' ');
  if (/[\r\n]/.test(argument)) return { says: 'A rule must be on one line.', meant };
  return gap === '' && argument === rest
    ? undefined
    : { says: 'No space is allowed before the `(` or after the `)`.', meant };
}

/** How the app interprets one key of `builtinToolPolicy`. */
export type BuiltinRule =
  /** A rule for a tool: its bare name, or `Tool(*)`, which is the same. */
  | { readonly is: 'tool'; readonly tool: string; readonly hasArgument: boolean }
  /** A rule for some calls of a tool. */
  | { readonly is: 'calls'; readonly tool: string }
  /** Dropped: no tool has this name. */
  | { readonly is: 'unknown'; readonly name: string }
  /** Dropped: the rule for some calls is malformed. */
  | { readonly is: 'malformed'; readonly tool: string; readonly flaw: RuleFlaw };

/**
 * Interprets a key of `builtinToolPolicy`: a tool, a rule for some of its calls, or one that the app drops. Source: the app's
 * own validator.
 */
export function readBuiltinRule(key: string): BuiltinRule {
  const name = key.replace(/(?<!\s)\s*\(.*$/s, '');
  if (!knownBuiltinNames.includes(name)) return { is: 'unknown', name };
  if (key === name) return { is: 'tool', tool: name, hasArgument: false };
  const flaw = ruleFlaw(key);
  if (flaw) return { is: 'malformed', tool: name, flaw };
  return /^\w+\(\s*\*\s*\)$/.test(key) ? { is: 'tool', tool: name, hasArgument: true } : { is: 'calls', tool: name };
}

/** Whether the app drops a rule. */
export const isDropped = (rule: BuiltinRule): boolean => rule.is === 'unknown' || rule.is === 'malformed';

/** Whether the app drops all rules, which makes the key unreadable. */
export const isNoneLeft = (rules: readonly PropertyNode[]): boolean =>
  rules.every(({ key }) => isDropped(readBuiltinRule(key)));
