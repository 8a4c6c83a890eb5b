import { mask } from '../base/mask.ts';
import { child, type Node, propertiesOf, toValue } from '../syntax/node.ts';

/** The fields whose values are shown; the values of others may be secrets of any form. */
const shownFields: ReadonlySet<string> = new Set(['transport', 'type', 'url', 'customUrl', 'command', 'cwd']);

/** Whether a field’s value may be shown, with what looks like a secret hidden. */
export const isShown = (field: string): boolean => shownFields.has(field);

/** The maximum length of a value, in characters. */
const width = 72;
const shorten = (text: string): string => (text.length > width ? `${text.slice(0, width - 1)}…` : text);

/** Returns a value as text, independent of the order of keys. */
export function written(node: Node | undefined): string {
  return JSON.stringify(toValue(node) ?? null, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}

/**
 * Returns how one field of a server’s definition differs, without any secret: values of addresses and commands, names of
 * options, environment variables and headers, and for everything else only that it differs.
 */
export function differenceWords(field: string, before: Node, after: Node): string {
  const [was, is] = [child(before, field), child(after, field)];
  if (isShown(field)) return `${field}: ${shown(was)} → ${shown(is)}`;
  const parts = listWords(was, is) ?? mapWords(was, is);
  if (parts !== undefined) return `${field}: ${parts.join(', ')}`;
  return `${field} ${was ? (is ? 'changed' : 'removed') : 'added'}`;
}

function shown(node: Node | undefined): string {
  const value = toValue(node);
  if (value === undefined) return 'not set';
  return shorten(mask(typeof value === 'string' ? value : JSON.stringify(value)));
}

const isOf = (type: 'array' | 'object', ...nodes: readonly (Node | undefined)[]): boolean =>
  nodes.some((node) => node !== undefined) && nodes.every((node) => node === undefined || node.type === type);

/** Names of environment variables and headers, never their values. */
function mapWords(was: Node | undefined, is: Node | undefined): string[] | undefined {
  if (!isOf('object', was, is)) return undefined;
  const [old, now] = [was, is].map(
    (node) => new Map((node ? propertiesOf(node) : []).map(({ key, valueNode }) => [key, written(valueNode)] as const)),
  );
  const names = [...new Set([...(now?.keys() ?? []), ...(old?.keys() ?? [])])];
  return names.flatMap((name) => {
    const [a, b] = [old?.get(name), now?.get(name)];
    if (a === b) return [];
    return [`${shorten(mask(name))} ${a === undefined ? 'added' : b === undefined ? 'removed' : 'changed'}`];
  });
}

/** An option’s name, or a package with its scope or version: what may be shown of an argument. */
const option = /^--?[A-Za-z][\w-]{0,40}(?==|$)/;
const packageName = /^(?:@[\w.-]{1,60}\/[\w.-]{1,60}(?:@[\w.-]{1,30})?|[a-z][a-z.-]{0,60}@[\d.]{1,20})$/;

/** Arguments that were added and removed: options by name, packages, and how many others. */
function listWords(was: Node | undefined, is: Node | undefined): string[] | undefined {
  if (!isOf('array', was, is)) return undefined;
  const [old, now] = [was, is].map((node) => (node?.type === 'array' ? node.items.map(written) : []));
  if (!old || !now) return undefined;
  const words = (list: readonly string[], others: readonly string[], verb: string): string[] => {
    const rest = [...others];
    const left = list.filter((each) => {
      const i = rest.indexOf(each);
      if (i >= 0) rest.splice(i, 1);
      return i < 0;
    });
    const names = left.flatMap((each) => nameOf(each) ?? []);
    const unnamed = left.length - names.length;
    return [
      ...names.map((name) => `${name} ${verb}`),
      ...(unnamed > 0 ? [`${unnamed} other ${unnamed === 1 ? 'argument' : 'arguments'} ${verb}`] : []),
    ];
  };
  const found = [...words(now, old, 'added'), ...words(old, now, 'removed')];
  return found.length > 0 ? found : ['another order'];
}

function nameOf(argument: string): string | undefined {
  const value: unknown = JSON.parse(argument);
  if (typeof value !== 'string') return undefined;
  return option.exec(value)?.[0] ?? (packageName.test(value) ? mask(value) : undefined);
}
