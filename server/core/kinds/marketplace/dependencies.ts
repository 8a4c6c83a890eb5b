import { child, itemsOf, type Node, type ScalarNode, stringOf } from '../../syntax/node.ts';

/** A plugin that another one needs. */
export interface Dependency {
  /** The text that holds the name. */
  readonly node: ScalarNode;
  readonly name: string;
  /** The marketplace that it comes from, and where that is written; absent for the same one. */
  readonly marketplace?: { readonly node: Node; readonly name: string };
}

/** What an entry needs: `name`, `name@marketplace`, or an object. What is written otherwise is left out. */
export const dependenciesOf = (entry: Node): Dependency[] =>
  itemsOf(child(entry, 'dependencies')).flatMap((item): Dependency[] => {
    const node = item.type === 'object' ? child(item, 'name') : item;
    const [, name, behind] = /^([\w.-]+)(?:@([\w.-]+))?$/.exec(stringOf(node) ?? '') ?? [];
    if (node?.type !== 'string' || !name) return [];
    const named = child(item, 'marketplace');
    const from = stringOf(named) ?? behind;
    return [{ node, name, ...(from && { marketplace: { node: named ?? node, name: from } }) }];
  });
