import { join, nameOf, parentOf } from '../../base/uri.ts';
import { isLeaving } from '../../components/componentPaths.ts';
import { child, itemsOf, type Node, type ObjectNode, type ScalarNode, stringOf } from '../../syntax/node.ts';

/** An entry of `plugins`. */
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

/** Whether a file is in the folder of marketplaces, or in a misnamed one. */
export const isInPlace = (uri: string): boolean => folders.includes(nameOf(parentOf(uri)));

/** Returns the root of the marketplace, against which sources are resolved: the parent of the file's folder. */
export const topOf = (uri: string): string => (isInPlace(uri) ? parentOf(parentOf(uri)) : parentOf(uri));

/** Returns the kind of a source that is an object. */
export const kindOf = (source: Node | undefined): string | undefined => stringOf(child(source, 'source'));

/** A source that is a folder of the marketplace. */
export interface LocalSource {
  readonly node: ScalarNode;
  readonly value: string;
  /** The folder against which its path is resolved: the root, or the one for bare names. */
  readonly base: string;
  /** The URI of the plugin's folder. */
  readonly folder: string;
}

/** Returns the path in `metadata.pluginRoot` if it is valid. */
export function pluginRootOf(root: Node | undefined): string | undefined {
  const value = stringOf(child(child(root, 'metadata'), 'pluginRoot'));
  return value === undefined || isLeaving(value) ? undefined : value;
}

/** Whether a source is a bare name, which is resolved against `metadata.pluginRoot`. */
export const isBare = (value: string): boolean => /^[^./\\~][^/\\:]*$/.test(value);

/** Returns the folder of an entry if its source is valid. `top` is the URI of the marketplace's root. */
export function localSource({ source }: Entry, root: Node | undefined, top: string): LocalSource | undefined {
  if (source?.type !== 'string') return undefined;
  const value = String(source.value);
  const below = isBare(value) ? pluginRootOf(root) : undefined;
  if (below === undefined && !/^\.\/?$|^\.\//.test(value)) return undefined;
  if (isLeaving(value) || value.includes('\\')) return undefined;
  const base = below === undefined ? top : join(top, below).replace(/\/$/, '');
  return { node: source, value, base, folder: join(base, value).replace(/\/$/, '') };
}
