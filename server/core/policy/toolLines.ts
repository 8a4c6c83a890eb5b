import { atLeast } from '../base/version.ts';
import { child, type Node, type PropertyNode, propertiesOf, stringOf } from '../syntax/node.ts';
import { permissionWords } from './managedServers.ts';
import { WildcardIndex } from './wildcardIndex.ts';

/** From this release on, `*` also works inside a name; before, only as the whole key. Source: https://claude.com/docs/cowork/changelog */
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

/** Returns the lines of a server's tool policy as apps from `version` on read them; if a key occurs twice, the last one. */
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

/** Returns a function that finds the lines that match no name that `line` does not match. */
export function coveredBy(lines: readonly ToolLine[]): (line: ToolLine) => readonly ToolLine[] {
  // A `*` in the key of a covered line is only covered by another `*`.
  const index = new WildcardIndex(lines, ({ key }) => key.replaceAll('*', '\0'));
  return ({ key }) => index.matching(key);
}
