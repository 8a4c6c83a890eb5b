import type { PropertyNode } from '../syntax/node.ts';
import { knownBuiltinNames } from './builtinTools.ts';

/** The first app that reads rules for some calls of a tool. */
export const argumentRules = '1.37937.0';
/** Tools whose rules take no argument. */
const bareOnly = ['WebFetch', 'WebSearch'];

/** What keeps the app from reading a rule for some calls of a known tool, and the key that is meant. */
export interface RuleFlaw {
  readonly says: string;
  readonly meant: string;
}

/** The flaw of a key `Tool(argument)` of `builtinToolPolicy`; undefined: none, or no rule of a known tool. Source: the app's own validator. */
export function ruleFlaw(key: string): RuleFlaw | undefined {
  const [, tool = '', gap = '', rest = ''] = /^(\w+)(\s*)(\([\s\S]*)$/.exec(key) ?? [];
  if (!knownBuiltinNames.includes(tool)) return undefined;
  const argument = rest.trimEnd();
  if (bareOnly.includes(tool)) return { says: `Rules for \`${tool}\` take no argument.`, meant: tool };
  if (!argument.endsWith(')')) return { says: 'The closing `)` is missing.', meant: `${tool}${argument})` };
  if (/^\(\s*\)$/.test(argument)) return { says: 'The argument is missing.', meant: tool };
  const meant = tool + argument.replaceAll(/[\r\n]+/g, ' ');
  if (/[\r\n]/.test(argument)) return { says: 'A rule stands on one line.', meant };
  return gap === '' && argument === rest
    ? undefined
    : { says: 'No blank stands before the `(` or behind the `)`.', meant };
}

/** Whether the app drops every rule, which makes the key unreadable. */
export const isNoneLeft = (rules: readonly PropertyNode[]): boolean =>
  rules.every(({ key }) => !knownBuiltinNames.includes(key.replace(/\(.*$/s, '')) || ruleFlaw(key) !== undefined);
