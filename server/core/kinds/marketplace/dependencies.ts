import { child, itemsOf, type Node, type ScalarNode, stringOf } from '../../syntax/node.ts';

/** A plugin on which another depends. */
export interface Dependency {
  /** The string that contains the name. */
  readonly node: ScalarNode;
  readonly name: string;
  /** The marketplace of the plugin, and the node that names it; absent for the same marketplace. */
  readonly marketplace?: { readonly node: Node; readonly name: string };
}

/** Returns the dependencies of an entry: `name`, `name@marketplace`, or an object. Other forms are left out. */
export const dependenciesOf = (entry: Node): Dependency[] =>
  itemsOf(child(entry, 'dependencies')).flatMap((item): Dependency[] => {
    const node = item.type === 'object' ? child(item, 'name') : item;
    const [, name, behind] = /^([\w.-]+)(?:@([\w.-]+))?$/.exec(stringOf(node) ?? '') ?? [];
    if (node?.type !== 'string' || !name) return [];
    const named = child(item, 'marketplace');
    const from = stringOf(named) ?? behind;
    return [{ node, name, ...(from && { marketplace: { node: named ?? node, name: from } }) }];
  });
