import { child, itemsOf, type Node, type ScalarNode } from '../syntax/node.ts';

/** The keys of a monitor. */
export const monitorKeys: readonly string[] = ['name', 'command', 'description', 'when'];

/** Returns the names that an earlier monitor of the list has, each with the first monitor of that name. */
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
