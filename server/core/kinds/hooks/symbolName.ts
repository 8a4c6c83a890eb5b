import type { SymbolName } from '../../model.ts';
import { child, stringOf } from '../../syntax/node.ts';

/** Names a group of handlers by its matcher, and a handler by what it runs. */
export const symbolName: SymbolName = (node) => {
  if (child(node, 'hooks')) return stringOf(child(node, 'matcher')) || 'always';
  const what = ['command', 'url', 'tool', 'prompt'].map((key) => stringOf(child(node, key))).find(Boolean);
  return what ?? stringOf(child(node, 'type'));
};
