import type { Node, PropertyNode } from '../syntax/node.ts';
import type { Origin } from './model.ts';

/** Returns the location of a node or a property (key and value). */
export const originOf = (uri: string, at: Node | PropertyNode): Origin => ({ uri, range: at.range });

/** Returns the location of a property's key. */
export const keyOrigin = (uri: string, at: PropertyNode): Origin => ({ uri, range: at.keyNode.range });
