import type { TextRange } from '../base/text.ts';
import { child, itemsOf, type Node, type ObjectNode, property, stringOf } from '../syntax/node.ts';

/** The fields of a marketplace entry that all sources have. */
const shared = ['source', 'expectedName', 'credentialKind', 'credentialHelper', 'installationPreference'];

/** The fields that are specific to each source. Source: the app's own validator. */
const ownFields: Readonly<Record<string, readonly string[]>> = {
  github: ['repo', 'ref', 'path'],
  git: ['url', 'ref', 'path'],
  url: ['url', 'manifestSha256'],
};
export const sourceFields: ReadonlySet<string> = new Set(Object.values(ownFields).flat());

/** An entry of `allowedPluginMarketplaces` whose source is known. */
export interface Marketplace {
  readonly entry: ObjectNode;
  readonly source: string;
  /** The range for messages about the whole entry: its source. */
  readonly range: TextRange;
  /** The field with its location. */
  readonly place: 'repo' | 'url';
  /** The field that prevents its contents from changing unnoticed. */
  readonly pin: 'ref' | 'manifestSha256';
  readonly fields: readonly string[];
}

export const marketplacesOf = (root: Node | undefined): Marketplace[] =>
  marketplacesIn(child(root, 'allowedPluginMarketplaces'));

/** @param list the value of `allowedPluginMarketplaces`. */
export const marketplacesIn = (list: Node | undefined): Marketplace[] =>
  itemsOf(list).flatMap((entry) => {
    const node = property(entry, 'source')?.valueNode;
    const source = stringOf(node) ?? '';
    const own = Object.hasOwn(ownFields, source) ? ownFields[source] : undefined;
    if (entry.type !== 'object' || !node || !own) return [];
    const place = source === 'github' ? 'repo' : 'url';
    const pin = source === 'url' ? 'manifestSha256' : 'ref';
    return [{ entry, source, range: node.range, place, pin, fields: [...shared, ...own] } as const];
  });
