import type { Node, PropertyNode } from '../syntax/node.ts';
import type { Origin } from './model.ts';

/** Where a node or a property (key and value) stands. */
export const originOf = (uri: string, at: Node | PropertyNode): Origin => ({ uri, range: at.range });

/** Where a property's key stands. */
export const keyOrigin = (uri: string, at: PropertyNode): Origin => ({ uri, range: at.keyNode.range });
