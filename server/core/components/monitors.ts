import { child, itemsOf, type Node, type ScalarNode } from '../syntax/node.ts';

/** The keys of a monitor. */
export const monitorKeys: readonly string[] = ['name', 'command', 'description', 'when'];

/** The names that another monitor of the list has already, each with the first one of that name. */
export function sameNames(list: Node | undefined): { readonly name: ScalarNode; readonly first: ScalarNode }[] {
  const seen = new Map<string, ScalarNode>();
  return itemsOf(list).flatMap((monitor) => {
    const name = child(monitor, 'name');
    if (name?.type !== 'string' || name.value === '') return [];
    const first = seen.get(String(name.value));
    if (first) return [{ name, first }];
    seen.set(String(name.value), name);
    return [];
  });
}
