import { applyEdits } from '../../base/text.ts';
import { json } from '../../syntax/json/json.ts';
import { child, itemsOf, type Node, property, stringOf } from '../../syntax/node.ts';

/** A tool in the format of the file. */
export interface SavedTool {
  readonly name: string;
  readonly description?: string;
  readonly annotations?: object;
}

export interface Merged {
  /** The complete new text of the file. */
  readonly text: string;
  /** Names of tools that were added and removed; both empty if the server is new to the file. */
  readonly added: readonly string[];
  readonly gone: readonly string[];
  readonly isFirst: boolean;
}

/**
 * Writes the tools of one server into a file of known tools, sorted by name. Other servers and the formatting are kept.
 * @param before the current text; undefined if there is no file.
 * @returns undefined if the file contains something else, which writing would destroy.
 */
export function mergeTools(
  before: string | undefined,
  server: string,
  tools: readonly SavedTool[],
): Merged | undefined {
  const text = before?.trim() ? before : '{}\n';
  const { root, problems } = json.parse(text);
  if (root?.type !== 'object' || problems.length > 0) return undefined;
  const sorted = [...tools].sort((a, b) => (a.name < b.name ? -1 : 1)).map(saved);
  const known = property(root, server);
  const namesBefore = namesOf(known?.valueNode);
  const list =
    sorted.length === 0 ? '[]' : `[\n${sorted.map((tool) => `${indent}${indent}${tool}`).join(',\n')}\n${indent}]`;
  const namesAfter = new Set(tools.map(({ name }) => name));
  const isFirst = known?.valueNode === undefined;
  return {
    text: known?.valueNode
      ? applyEdits(text, [{ range: known.valueNode.range, newText: list }])
      : inserted(
          text,
          root.properties.map(({ key, range }) => ({ key, range })),
          server,
          list,
        ),
    added: isFirst ? [] : [...namesAfter].filter((name) => !namesBefore.has(name)).sort(),
    gone: isFirst ? [] : [...namesBefore].filter((name) => !namesAfter.has(name)).sort(),
    isFirst,
  };
}

const indent = '  ';

/** Returns a tool on one line, so that reviews see one change per tool. */
function saved({ name, description, annotations }: SavedTool): string {
  const tool = { name, ...(description && { description }), ...(annotations && { annotations }) };
  return JSON.stringify(tool, null, 1).replace(/\n\s*/g, ' ');
}

/** Returns the text with an additional server, before the first whose name sorts after it. */
function inserted(
  text: string,
  servers: readonly { readonly key: string; readonly range: { readonly start: number; readonly end: number } }[],
  server: string,
  list: string,
): string {
  const entry = `${JSON.stringify(server)}: ${list}`;
  const next = servers.find(({ key }) => key > server);
  const last = servers.at(-1);
  if (next) return applyEdits(text, [at(next.range.start, `${entry},\n${indent}`)]);
  if (last) return applyEdits(text, [at(last.range.end, `,\n${indent}${entry}`)]);
  return `{\n${indent}${entry}\n}\n`;
}

const at = (offset: number, newText: string) => ({ range: { start: offset, end: offset }, newText });

function namesOf(node: Node | undefined): Set<string> {
  const list = node?.type === 'object' ? child(node, 'tools') : node;
  return new Set(itemsOf(list).flatMap((tool) => stringOf(tool) ?? stringOf(child(tool, 'name')) ?? []));
}
