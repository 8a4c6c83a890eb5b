import { join, nameOf, parentOf } from '../../base/uri.ts';
import { isLeaving } from '../../components/componentPaths.ts';
import { child, itemsOf, type Node, type ObjectNode, type ScalarNode, stringOf } from '../../syntax/node.ts';

/** One entry of `plugins`. */
export interface Entry {
  readonly node: ObjectNode;
  readonly name: string | undefined;
  readonly source: Node | undefined;
}

export const entriesOf = (root: Node | undefined): Entry[] =>
  itemsOf(child(root, 'plugins')).flatMap((node) =>
    node.type === 'object' ? [{ node, name: stringOf(child(node, 'name')), source: child(node, 'source') }] : [],
  );

const folders = ['.claude-plugin', 'claude-plugin'];

/** Whether a file stands where a marketplace is looked for, or where that was meant. */
export const isInPlace = (uri: string): boolean => folders.includes(nameOf(parentOf(uri)));

/** The top of the marketplace, from which sources are seen: the folder that holds the one of the file. */
export const topOf = (uri: string): string => (isInPlace(uri) ? parentOf(parentOf(uri)) : parentOf(uri));

/** The kind of a source that is an object. */
export const kindOf = (source: Node | undefined): string | undefined => stringOf(child(source, 'source'));

/** A source that is a folder of the marketplace. */
export interface LocalSource {
  readonly node: ScalarNode;
  readonly value: string;
  /** The folder that its path is seen from: the top, or the one of bare names. */
  readonly base: string;
  /** The address of the plugin's folder. */
  readonly folder: string;
}

/** The path in `metadata.pluginRoot`, where it may be followed. */
export function pluginRootOf(root: Node | undefined): string | undefined {
  const value = stringOf(child(child(root, 'metadata'), 'pluginRoot'));
  return value === undefined || isLeaving(value) ? undefined : value;
}

/** Whether a source is one name, which is looked for below `metadata.pluginRoot`. */
export const isBare = (value: string): boolean => /^[^./\\~][^/\\:]*$/.test(value);

/** The folder that an entry means, if its source is written as it must be. `top` is the address of the marketplace's top. */
export function localSource({ source }: Entry, root: Node | undefined, top: string): LocalSource | undefined {
  if (source?.type !== 'string') return undefined;
  const value = String(source.value);
  const below = isBare(value) ? pluginRootOf(root) : undefined;
  if (below === undefined && !/^\.\/?$|^\.\//.test(value)) return undefined;
  if (isLeaving(value) || value.includes('\\')) return undefined;
  const base = below === undefined ? top : join(top, below).replace(/\/$/, '');
  return { node: source, value, base, folder: join(base, value).replace(/\/$/, '') };
}
