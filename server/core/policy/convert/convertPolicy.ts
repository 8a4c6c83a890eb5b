import { type Node, walk } from '../../syntax/node.ts';
import { breakOf } from '../../syntax/syntax.ts';
import { formatOf } from '../format.ts';
import { clusters } from '../nested.ts';
import { policySyntax } from '../policySyntax.ts';
import { ConvertError, type Json, type PolicyEntry, type PolicyFormat, type WriteOptions } from './policyFormat.ts';
import { readPolicy, requireKnownKeys } from './readPolicy.ts';
import { type Written, writePolicy } from './writePolicy.ts';

export interface Converted extends Written {
  /** What the new file leaves out, one sentence each. */
  readonly warnings: readonly string[];
}

/**
 * Converts the policy `text`, of any format, to the format `to`. The values are the same, which is verified by reading the
 * result back.
 * @throws ConvertError if the text is not a policy, cannot be read, or contains something that the format cannot represent.
 */
export function convert(text: string, to: PolicyFormat, options: WriteOptions = {}): Converted {
  const parsed = policySyntax.parse(text);
  const broken = breakOf(parsed);
  if (broken) throw new ConvertError(broken.message);
  const { entries, warnings, identifier, displayName, isUserPolicy } = readPolicy(parsed);
  requireKnownKeys(entries);
  const endless = entries.find(({ value }) => hasEndless(value));
  hold(!endless, `\`${endless?.key}\` contains a number that is too large.`);
  const rounded = roundedNumber(text, parsed.root);
  hold(
    rounded === undefined,
    `The number ${rounded} has too many digits: JSON parsers, also that of the app, round it. Write fewer digits or a string.`,
  );
  const group = to === 'json' || to === 'linux' ? entries.find(isLikeGroup)?.key : undefined;
  hold(
    group === undefined,
    `\`${group}\` is not a key of the app, and its value is an object: in JSON it would be read as a group of the nested format. Remove it.`,
  );
  const label = displayName ?? labelOf(entries);
  const written = writePolicy(entries, to, { identifier, displayName: label, isUserPolicy, ...options });
  hold(
    isSame(entries, readPolicy(policySyntax.parse(written.text)).entries),
    'The converted file does not read back as the same policy, so it was not written. This is a bug in Plugboard.',
  );
  return { ...written, warnings: [...warnings, ...nullWarnings(entries, to), ...commentWarnings(text)] };
}

function hold(condition: boolean, message: string): void {
  if (!condition) throw new ConvertError(message);
}

/** Whether a flat key has the name of a group of the nested format, and an object as its value. */
const isLikeGroup = ({ key, value }: PolicyEntry): boolean =>
  clusters.has(key) && typeof value === 'object' && value !== null && !Array.isArray(value);

/** JSON text can contain `1e400`, but it has no JSON value. */
const hasEndless = (value: Json): boolean =>
  typeof value === 'number'
    ? !Number.isFinite(value)
    : typeof value === 'object' && value !== null && Object.values(value).some(hasEndless);

const digits = /^-?(\d+)(?:\.(\d+))?(?:e[+-]?\d+)?$/i;
/** A decimal number, alone or between the tags of an element. */
const decimal = /-?\d[\d.]*(?:e[+-]?\d+)?/i;

/** Whether a number is written with the same digits again after it was parsed. */
const isExact = (literal: string): boolean => significant(String(Number(literal))) === significant(literal);

function significant(literal: string): string {
  const [, whole = '', fraction = ''] = digits.exec(literal) ?? [];
  return `${whole}${fraction}`.replace(/^0+/, '').replace(/(?<!0)0+$/, '');
}

/** Returns the first number literal of a tree that is rounded when it is parsed. */
function roundedNumber(text: string, root: Node | undefined): string | undefined {
  for (const node of walk(root)) {
    if (node.type !== 'number') continue;
    const literal = decimal.exec(text.slice(node.inner.start, node.inner.end))?.[0];
    if (literal !== undefined && !isExact(literal)) return literal;
  }
  return undefined;
}

/** Property lists and the registry have no null. Source: the configuration reference. */
function nullWarnings(entries: readonly PolicyEntry[], to: PolicyFormat): string[] {
  const keys = entries.filter(({ value }) => value === null).map(({ key }) => `\`${key}\``);
  if (keys.length === 0 || to === 'json' || to === 'linux') return [];
  return [`The format has no null, so an empty string, which means the same, was written for ${keys.join(', ')}.`];
}

const commentWarnings = (text: string): string[] => (hasComments(text) ? ['Comments were left out.'] : []);

/** Returns the organization's name for the deployment, which also names the profile. */
function labelOf(entries: readonly PolicyEntry[]): string | undefined {
  const label = entries.findLast(({ key }) => key === 'deploymentDisplayName')?.value;
  return typeof label === 'string' && label.trim() !== '' ? label.trim() : undefined;
}

function hasComments(text: string): boolean {
  const format = formatOf(text);
  if (format === 'plist') return text.replace(/<!\[CDATA\[[\s\S]*?(?:\]\]>|$)/g, '').includes('<!--');
  return format === 'registry' && /^[ \t]*;/m.test(text);
}

/** Whether two policies have the same values: null and the empty string both mean that a key is present and empty. */
const isSame = (a: readonly PolicyEntry[], b: readonly PolicyEntry[]): boolean => comparable(a) === comparable(b);
const comparable = (entries: readonly PolicyEntry[]): string =>
  JSON.stringify(entries.map(({ key, value }) => [key, value ?? '']));
