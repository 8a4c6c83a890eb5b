import { atLeast } from '../base/version.ts';
import { child, type Node, type PropertyNode, propertiesOf, stringOf } from '../syntax/node.ts';
import { permissionWords } from './managedServers.ts';
import { matchesWildcard } from './wildcard.ts';

/** From this release on `*` counts inside a name; before, only as the whole key. Source: https://claude.com/docs/cowork/changelog */
export const partialWildcardsSince = '1.20186.0';

/** A line of a tool policy that the app reads. */
export interface ToolLine {
  readonly key: string;
  readonly permission: (typeof permissionWords)[number];
  readonly property: PropertyNode;
  readonly isWild: boolean;
}

/** How strict a permission is. */
export const strictness = ({ permission }: ToolLine): number => permissionWords.indexOf(permission);

/** The lines of a server's tool policy as apps from `version` on read them; of a key that stands twice the last. */
export function toolLines(entry: Node, version: string): ToolLine[] {
  const lines = new Map<string, ToolLine>();
  for (const property of propertiesOf(child(entry, 'toolPolicy'))) {
    const { key } = property;
    const permission = permissionWords.find((word) => word === stringOf(property.valueNode));
    const isWild = key.includes('*');
    if (!permission || (isWild && key !== '*' && !atLeast(version, partialWildcardsSince))) continue;
    lines.set(key, { key, permission, property, isWild });
  }
  return [...lines.values()];
}

/** Whether every name that `key` matches is matched by `pattern` too. */
export const covers = (pattern: string, key: string): boolean => matchesWildcard(pattern, key.replaceAll('*', '\0'));
