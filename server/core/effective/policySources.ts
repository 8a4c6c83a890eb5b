import type { ObjectNode, PropertyNode } from '../syntax/node.ts';
import { seenValues } from '../syntax/registry/registryPath.ts';
import { breakOf, type Parsed, type RegistryValue } from '../syntax/syntax.ts';
import type { PolicyRole, PolicySource } from './input.ts';

/** Returns the sources that one policy file contains: a registry file without a role has one for each hive. */
export function policySources(uri: string, parsed: Parsed, role: PolicyRole): PolicySource[] {
  const { root, container } = parsed;
  const broken = breakOf(parsed)?.range;
  if (role !== 'managed' || container?.format !== 'registry' || root?.type !== 'object') {
    return [{ uri, role, root, broken }];
  }
  return hives.flatMap(({ role: ofHive, name }) => {
    const [first, ...others] = seenValues(parsed, name);
    if (!first) return [];
    const firstValue = { name: first.name || '@', range: first.nameRange };
    return [{ uri, role: ofHive, root: partOf(root, [first, ...others]), broken, firstValue }];
  });
}

const hives = [
  { role: 'hklm', name: 'HKEY_LOCAL_MACHINE' },
  { role: 'hkcu', name: 'HKEY_CURRENT_USER' },
] as const;

/** Returns the properties of some registry values. */
function partOf(root: ObjectNode, values: readonly RegistryValue[]): ObjectNode {
  const starts = new Set(values.map(({ nameRange }) => nameRange.start));
  const isHere = ({ keyNode }: PropertyNode) => starts.has(keyNode.range.start) || starts.has(keyNode.inner.start);
  return { ...root, properties: root.properties.filter(isHere) };
}
