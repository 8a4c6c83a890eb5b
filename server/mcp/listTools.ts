import type { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { ErrorCode, McpError, ResultSchema } from '@modelcontextprotocol/sdk/types.js';
import type { DiscoveredTool, ToolAnnotations } from './model.ts';

/** More tools than any real server has. */
const limit = 50_000;
/** The maximum length of a name and a text, in characters; the protocol recommends names of at most 128. */
const longest = { name: 500, text: 20_000 };

/**
 * Reads all pages of a server's tools. Entries without a name are left out; other mistakes in them are ignored. A repeated page
 * ends the list.
 */
export async function listTools(
  client: Client,
  options: { readonly timeout: number; readonly signal: AbortSignal },
  progress: (message: string) => void,
): Promise<DiscoveredTool[]> {
  const tools = new Map<string, DiscoveredTool>();
  const seen = new Set<string>();
  for (let cursor: string | undefined; ; ) {
    const page = await client
      .request({ method: 'tools/list', params: cursor === undefined ? {} : { cursor } }, ResultSchema, { ...options })
      .catch((error: unknown) => {
        const hasNone = error instanceof McpError && error.code === ErrorCode.MethodNotFound;
        if (hasNone && cursor === undefined) return {};
        throw error;
      });
    const fields = new Map<string, unknown>(Object.entries(page));
    const list = fields.get('tools');
    for (const tool of Array.isArray(list) ? list.flatMap(toolOf) : []) tools.set(tool.name, tool);
    const next = fields.get('nextCursor');
    if (typeof next !== 'string' || next === '' || seen.has(next) || tools.size > limit) break;
    seen.add(next);
    cursor = next;
    progress(`${tools.size} tools`);
  }
  return [...tools.values()];
}

function toolOf(value: unknown): DiscoveredTool[] {
  const fields = fieldsOf(value);
  const name = fields.get('name');
  if (typeof name !== 'string' || name === '' || name.length > longest.name) return [];
  const [title, description] = [fields.get('title'), fields.get('description')];
  const annotations = annotationsOf(fields.get('annotations'));
  return [
    {
      name,
      ...(typeof title === 'string' && { title: title.slice(0, longest.text) }),
      ...(typeof description === 'string' && { description: description.slice(0, longest.text) }),
      ...(Object.keys(annotations).length > 0 && { annotations }),
    },
  ];
}

function annotationsOf(value: unknown): ToolAnnotations {
  const fields = fieldsOf(value);
  const hints = ['readOnlyHint', 'destructiveHint', 'idempotentHint', 'openWorldHint'] as const;
  const known = hints.flatMap((hint) => {
    const set = fields.get(hint);
    return typeof set === 'boolean' ? [[hint, set] as const] : [];
  });
  const title = fields.get('title');
  return { ...(typeof title === 'string' && { title: title.slice(0, longest.text) }), ...Object.fromEntries(known) };
}

const fieldsOf = (value: unknown): ReadonlyMap<string, unknown> =>
  new Map(typeof value === 'object' && value !== null ? Object.entries(value) : []);
