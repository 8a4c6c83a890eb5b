import type { TextRange } from '../base/text.ts';
import type { Document, SymbolName } from '../model.ts';
import { child, type Node, stringOf } from '../syntax/node.ts';
import { parse } from '../workspace/parse.ts';

/** An entry of the outline. `selection` is the range of its name, inside `range`. */
export interface DocumentSymbol {
  readonly name: string;
  readonly detail?: string;
  readonly kind: Node['type'];
  readonly range: TextRange;
  readonly selection: TextRange;
  readonly children: readonly DocumentSymbol[];
}

/** Returns the outline: keys, and items of lists by their names. String values are left out, since some of them are secrets. */
export function symbols(document: Document): DocumentSymbol[] {
  return childrenOf(parse(document).root, document.kind.symbolName);
}

function childrenOf(node: Node | undefined, symbolName: SymbolName | undefined): DocumentSymbol[] {
  if (node?.type === 'array') {
    return node.items.map((item, index) => {
      const name = symbolName?.(item) ?? stringOf(child(item, 'name')) ?? plainName(item) ?? String(index);
      return symbol(name || String(index), item, item.range, item.range, symbolName);
    });
  }
  if (node?.type !== 'object') return [];
  return node.properties.map(({ key, keyNode, valueNode, range }) =>
    symbol(key || '(no name)', valueNode, range, keyNode.range, symbolName),
  );
}

/** Returns the name of an item in a list: short strings are shown, longer ones only by their position. */
function plainName(item: Node): string | undefined {
  const text = item.type === 'object' || item.type === 'array' ? undefined : String(item.value);
  return text !== undefined && /^[\w.:*/()-]{1,40}$/.test(text) ? text : undefined;
}

function symbol(
  name: string,
  node: Node | undefined,
  range: TextRange,
  selection: TextRange,
  symbolName: SymbolName | undefined,
): DocumentSymbol {
  const detail = detailOf(node);
  const children = childrenOf(node, symbolName);
  return { name, ...(detail !== undefined && { detail }), kind: node?.type ?? 'null', range, selection, children };
}

function detailOf(node: Node | undefined): string | undefined {
  if (node?.type === 'array') return node.items.length === 1 ? '1 item' : `${node.items.length} items`;
  return node?.type === 'boolean' || node?.type === 'number' ? String(node.value) : undefined;
}
