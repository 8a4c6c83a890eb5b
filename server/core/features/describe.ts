import { code, codeOf } from '../base/markdown.ts';
import type { Certainty } from '../base/text.ts';
import type { Target } from '../model.ts';
import { isOlderThan } from '../policy/releases.ts';
import type { Schema } from '../schema/schema.ts';
import { certainties } from '../vocabulary/certainties.ts';
import type { Alternative } from './completion/alternatives.ts';

/** Returns who says so, in Markdown; undefined for what is documented. */
export const hedge = (certainty: Certainty): string | undefined =>
  certainty === 'documented' ? undefined : `*(${certainties[certainty].label.toLowerCase()})*`;

/** The longest list of allowed values that a hover shows in full. */
const longestList = 12;
/** The maximum number of notes in a hover: it should fit on the screen, and the documentation has the rest. */
const mostNotes = 3;

/** Returns the type of a value as a phrase: `boolean`, `list of string`, `string or object`. */
export const typeOf = (alternatives: readonly Alternative[]): string =>
  joinTypes([...new Set(alternatives.map(({ schema }) => typeName(schema)))]);

function typeName(schema: Schema): string {
  const types = typeof schema.type === 'string' ? [schema.type] : (schema.type ?? []);
  const item = schema.items && typeName(schema.items);
  const names = types.map((type) => (type === 'array' ? (item ? `list of ${item}` : 'list') : type));
  return joinTypes(names);
}

/** Joins types; returns nothing for a value of nearly any type. */
const joinTypes = (names: readonly string[]): string =>
  names.length > 3 || names.includes('') ? '' : [...new Set(names)].join(' or ');

/** Returns the possible values in a line: the allowed ones, otherwise suggestions; then the default. */
function values(schema: Schema): string | undefined {
  const parts: string[] = [];
  if (schema.enum) {
    const more = schema.enum.length - longestList;
    const shown = schema.enum.slice(0, longestList).map(codeOf).join(', ');
    parts.push(`Allowed: ${shown}${more > 0 ? ` and ${more} more` : ''}.`);
  }
  if (schema.expected) parts.push(`Expected: ${schema.expected}.`);
  if (schema.default !== undefined) parts.push(`Default: ${codeOf(schema.default)}.`);
  return parts.length > 0 ? parts.join(' ') : undefined;
}

function history({ facts }: Schema, target: Target): string | undefined {
  if (!facts?.since) return undefined;
  const tooOld = isOlderThan(target.minimumVersion, facts.since);
  return `Since ${facts.since}.${tooOld ? ` Your minimum version, ${target.minimumVersion}, ignores it.` : ''}`;
}

/**
 * Returns the hover of a key, in Markdown: what it is, which values it takes, since when, what happens if it is wrong, and how
 * certain that is. Contains no text of the document but `key`.
 */
export function describe(
  schema: Schema,
  {
    key,
    type = typeName(schema),
    written,
  }: { readonly key?: string | undefined; readonly type?: string; readonly written?: string | undefined },
  target: Target,
): string {
  const { facts } = schema;
  const names = [schema.title ? `**${schema.title}**` : undefined, key && code(key)].filter(Boolean).join(' · ');
  const doubt = facts?.certainty && hedge(facts.certainty);
  const link = facts?.source && /^https?:/.test(facts.source) ? `[Documentation](${facts.source})` : facts?.source;
  const lines = [
    [names, type && `*${type}*`].filter(Boolean).join(' '),
    facts?.deprecated && `Deprecated: ${facts.deprecated}`,
    schema.description,
    written && `Written here as ${written}.`,
    values(schema),
    history(schema, target),
    facts?.whenWrong && `When it is wrong: ${facts.whenWrong}`,
    ...(facts?.notes ?? []).slice(0, mostNotes),
    [link, doubt].filter(Boolean).join(' '),
  ];
  return lines.filter(Boolean).join('\n\n');
}

/** Returns what the schema says about one value, if it lists it. */
export function describeValue(schema: Schema, value: unknown): string | undefined {
  const known = schema.suggestions?.find((suggestion) => suggestion.value === value);
  if (known?.description) return `${codeOf(value)}: ${known.description}`;
  return schema.default !== undefined && schema.default === value ? `${codeOf(value)} is the default.` : undefined;
}
