import { child, itemsOf, type Node, propertiesOf, stringOf } from '../syntax/node.ts';
import type { ClaudeCodeManaged, ExtensionInput, KnownTool, Tree } from './input.ts';
import { originOf } from './origin.ts';

const flag = (node: Node | undefined): boolean | undefined =>
  node?.type === 'boolean' ? node.value === true : undefined;

/** Reads tools by server: `{ "<server>": ["tool", …] }`, or objects with `name` and the protocol's annotations. */
export function readKnownTools(root: Node | undefined): Map<string, KnownTool[]> {
  return new Map(
    propertiesOf(root).map(({ key, valueNode }) => {
      const list = valueNode?.type === 'object' ? child(valueNode, 'tools') : valueNode;
      return [key, itemsOf(list).flatMap(toolOf)] as const;
    }),
  );
}

function toolOf(node: Node): KnownTool[] {
  const name = stringOf(node) ?? stringOf(child(node, 'name'));
  if (!name) return [];
  const annotations = child(node, 'annotations');
  const readOnly = flag(child(annotations, 'readOnlyHint')) ?? flag(child(node, 'readOnly'));
  const destructive = flag(child(annotations, 'destructiveHint')) ?? flag(child(node, 'destructive'));
  const description = stringOf(child(node, 'description'));
  return [{ name, readOnly, destructive, ...(description !== undefined && { description }) }];
}

/** Reads desktop extensions: `[{ name, signed, bundledIn }]`. */
export function extensions({ uri, root }: Tree): ExtensionInput[] {
  return itemsOf(root).flatMap((node) => {
    const nameNode = child(node, 'name');
    const name = stringOf(nameNode);
    if (!name || !nameNode) return [];
    const signed = flag(child(node, 'signed')) ?? false;
    return [{ name, signed, bundledIn: stringOf(child(node, 'bundledIn')), origin: originOf(uri, nameNode) }];
  });
}

/**
 * Reads Claude Code's own managed file: `managed-mcp.json`, recognised by its name or by `mcpServers`; otherwise managed
 * settings. One file may also contain both under their names.
 */
export function claudeCodeManaged(tree: Tree | undefined): ClaudeCodeManaged | undefined {
  if (!tree?.root) return undefined;
  const { uri, root } = tree;
  const [mcp, settings] = [child(root, 'managed-mcp.json'), child(root, 'managed-settings.json')];
  if (mcp || settings) {
    return { mcp: mcp && { uri, root: mcp }, settings: settings && { uri, root: settings } };
  }
  return uri.endsWith('managed-mcp.json') || child(root, 'mcpServers') ? { mcp: tree } : { settings: tree };
}
