import { touches } from '../base/text.ts';
import { type Node, type Path, type PropertyNode, pathOf } from '../syntax/node.ts';
import type { Cursor } from '../syntax/syntax.ts';

/** What is at an offset: a key or a value. */
export interface Place {
  readonly path: Path;
  readonly node: Node | undefined;
  /** The property, if its key is there. */
  readonly key: PropertyNode | undefined;
}

/** Returns the innermost key or value that touches `offset`. */
export function placeAt(root: Node | undefined, offset: number): Place | undefined {
  if (!root || !touches(root.range, offset)) return undefined;
  if (root.type === 'object') {
    for (const p of root.properties) {
      if (touches(p.keyNode.range, offset)) {
        return { path: [...pathOf(root), p.key], node: p.valueNode, key: p };
      }
      const inside = placeAt(p.valueNode, offset);
      if (inside) return inside;
    }
  }
  if (root.type === 'array') {
    for (const item of root.items) {
      const inside = placeAt(item, offset);
      if (inside) return inside;
    }
  }
  return { path: pathOf(root), node: root, key: undefined };
}

/** Returns the path of the object (for a key) or of the value that is about to be typed at the cursor. */
export function pathOfCursor({ node, expects, property }: Cursor, offset: number): Path {
  const ofProperty = property && [...pathOf(property.parent), property.key];
  if (expects === 'key') return node ? pathOf(node) : (ofProperty ?? []);
  if (node?.type === 'array') {
    return [...pathOf(node), node.items.filter((item) => item.range.end < offset).length];
  }
  return ofProperty ?? (node ? pathOf(node) : []);
}
