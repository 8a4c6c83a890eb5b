import { type Node, type PropertyNode, propertiesOf } from '../../syntax/node.ts';

/** The keys that Claude Code reads; both are deprecated. */
export const readKeys: readonly string[] = ['agent', 'subagentStatusLine'];

/** Returns the keys of the file that no app reads. */
export const ignoredKeys = (root: Node | undefined): PropertyNode[] =>
  propertiesOf(root).filter(({ key }) => !readKeys.includes(key) && key !== '$schema');
