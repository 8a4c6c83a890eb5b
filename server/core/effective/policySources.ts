import type { ObjectNode, PropertyNode } from '../syntax/node.ts';
import { breakOf, type Parsed, type RegistryContainer } from '../syntax/syntax.ts';
import type { PolicyRole, PolicySource } from './input.ts';

/** The sources that one policy file stands for: a registry file that is not given a role is one for each of its hives. */
export function policySources(uri: string, parsed: Parsed, role: PolicyRole): PolicySource[] {
  const { root, container } = parsed;
  const broken = breakOf(parsed)?.range;
  if (role !== 'managed' || container?.format !== 'registry' || root?.type !== 'object') {
    return [{ uri, role, root, broken }];
  }
  return hives.flatMap(({ role: ofHive, name }) => {
    const part = partOf(root, container, name);
    return part.properties.length > 0 ? [{ uri, role: ofHive, root: part, broken }] : [];
  });
}

const hives = [
  { role: 'hklm', name: /^HKEY_LOCAL_MACHINE\\/i },
  { role: 'hkcu', name: /^HKEY_CURRENT_USER\\/i },
] as const;

function partOf(root: ObjectNode, { sections }: RegistryContainer, hive: RegExp): ObjectNode {
  const starts = new Set(
    sections.flatMap(({ path, values }) => (hive.test(path) ? values.map(({ nameRange }) => nameRange.start) : [])),
  );
  const isHere = ({ keyNode }: PropertyNode) => starts.has(keyNode.range.start) || starts.has(keyNode.inner.start);
  return { ...root, properties: root.properties.filter(isHere) };
}
