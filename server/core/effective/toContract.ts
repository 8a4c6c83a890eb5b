import { Lines, type Position } from '../base/text.ts';
import type { EffectiveResult, Origin, ToolRule } from './model.ts';

/** A file with its display name and its text. */
export interface NamedText {
  readonly file: string;
  readonly text: string;
}

export interface ContractOrigin {
  readonly file: string;
  readonly range: { readonly start: Position; readonly end: Position };
}

/** A result whose origins have file, line and character instead of URI and offsets. */
export type Placed<T, Rule = ToolRule> = T extends Origin
  ? ContractOrigin
  : T extends ToolRule
    ? Rule
    : T extends readonly (infer Item)[]
      ? readonly Placed<Item, Rule>[]
      : T extends object
        ? { readonly [Key in keyof T]: Placed<T[Key], Rule> }
        : T;

/** The JSON format of the command line, in which rules are strings. */
export type Contract<T> = Placed<T, string>;

const ruleIds: Readonly<Record<Exclude<ToolRule['kind'], 'exact' | 'wildcard' | 'floor'>, string>> = {
  orgPluginSettings: 'orgPluginSettings',
  disabledBuiltinTools: 'disabledBuiltinTools',
  builtinToolPolicy: 'builtinToolPolicy',
  'unrecognised-value': 'builtinToolPolicy unrecognised value',
  permissions: 'permissions',
  provider: 'provider',
  surface: 'surface',
  readOnly: 'readOnly',
  default: 'default',
};

const floors = { microsoft365: 'm365 floor', github: 'github floor' } as const;

/** Returns a rule in the JSON format of the command line: `read_* wildcard`, `m365 floor`. */
export function ruleId(rule: ToolRule): string {
  if (rule.kind === 'floor') return floors[rule.server];
  return 'key' in rule ? `${rule.key} ${rule.kind}` : ruleIds[rule.kind];
}

/** Converts origins to file, line and character. An origin in an unknown file becomes null. */
export function placesIn(textOf: (uri: string) => NamedText | undefined): (origin: Origin) => ContractOrigin | null {
  const files = new Map<string, { file: string; lines: Lines } | undefined>();
  const fileOf = (uri: string) => {
    if (!files.has(uri)) {
      const known = textOf(uri);
      files.set(uri, known && { file: known.file, lines: new Lines(known.text) });
    }
    return files.get(uri);
  };
  return ({ uri, range }) => {
    const file = fileOf(uri);
    if (!file) return null;
    const { lines } = file;
    return { file: file.file, range: { start: lines.positionAt(range.start), end: lines.positionAt(range.end) } };
  };
}

type TextOf = (uri: string) => NamedText | undefined;

/**
 * Converts a result to the JSON format of the command line: every origin is `{ file, range }` in lines and characters from 0,
 * and every rule is a string.
 * @param textOf returns the file of a URI; the origins in an unknown file become null.
 */
export const toContract = (result: EffectiveResult, textOf: TextOf): Contract<EffectiveResult> =>
  transformed(result, textOf, ruleId);

/** Converts a result with its rules still typed, for faces that show them. */
export const toPlaced = (result: EffectiveResult, textOf: TextOf): Placed<EffectiveResult> =>
  transformed(result, textOf, (rule) => rule);

function transformed<Rule>(
  result: EffectiveResult,
  textOf: TextOf,
  ruleOf: (rule: ToolRule) => Rule,
): Placed<EffectiveResult, Rule> {
  const place = placesIn(textOf);
  // Values of the configuration come from files and may have any shape, so only known keys are treated as origins.
  const turn = (value: unknown, key: string): unknown => {
    if ((key === 'origin' || key === 'cause') && value !== null) return place(value as Origin);
    if (key === 'rule') return ruleOf(value as ToolRule);
    if (key === 'value' || typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map((item) => turn(item, ''));
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, turn(inner, name)]));
  };
  const config = Object.entries(result.config).map(
    ([key, { value, origin }]) => [key, { value, origin: origin && place(origin) }] as const,
  );
  const { target, source, summary, reach, plugins, surfaces, notes } = result;
  const turned = turn({ summary, reach, plugins, surfaces, notes }, '') as object;
  return { target, source, config: Object.fromEntries(config), ...turned } as Placed<EffectiveResult, Rule>;
}
