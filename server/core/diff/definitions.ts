import type { EffectiveInput, Tree } from '../effective/input.ts';
import type { EffectiveServer, Origin } from '../effective/model.ts';
import { originOf } from '../effective/origin.ts';
import { child, type Node, type PropertyNode, propertiesOf, property, toValue, walk } from '../syntax/node.ts';

/** The fields that identify a server: what it connects to, or what it starts. */
export const definingFields = ['url', 'customUrl', 'command', 'args', 'env', 'cwd', 'headersHelper', 'envHelper'];
/** The fields that can be quoted; others may contain secrets of any form. */
const quotable = new Set(['transport', 'url', 'customUrl', 'command']);

export interface Redirection {
  /** The first field that differs. */
  readonly field: string;
  /** Its location on the after side; if it is missing there, the server's. */
  readonly origin: Origin | null;
  readonly isQuotable: boolean;
}

type Entry = { readonly uri: string; readonly node: Node };

/** Creates a function that finds what differs between the definitions of a server on both sides. */
export function createDefinitions(
  before: EffectiveInput,
  after: EffectiveInput,
): (was: EffectiveServer, is: EffectiveServer) => Redirection | undefined {
  const [entriesBefore, entriesAfter] = [entriesOf(before), entriesOf(after)];
  return (was, is) => {
    const a = was.origin && entriesBefore.get(placeOf(was.origin));
    const b = is.origin && entriesAfter.get(placeOf(is.origin));
    if (!a || !b) return undefined;
    const field =
      was.transport === is.transport
        ? definingFields.find((each) => written(child(a.node, each)) !== written(child(b.node, each)))
        : 'transport';
    if (field === undefined) return undefined;
    const at = property(b.node, field) ?? property(b.node, 'type');
    return { field, origin: at ? originOf(b.uri, at) : is.origin, isQuotable: quotable.has(field) };
  };
}

const placeOf = ({ uri, range }: Origin): string => `${uri} ${range.start}`;

/** Returns the objects that define servers, by the location that the result names: the name inside the object, or its key. */
function entriesOf(input: EffectiveInput): Map<string, Entry> {
  const trees: readonly (Tree | undefined)[] = [
    ...input.policies,
    ...input.plugins.map(({ mcp }) => mcp),
    input.userServers,
    input.claudeCode?.mcp,
  ];
  const entries = new Map<string, Entry>();
  for (const tree of trees) {
    if (!tree?.root) continue;
    const { uri } = tree;
    const add = ({ key, keyNode, valueNode }: PropertyNode, parent: Node) => {
      const isName = key === 'name' && valueNode;
      const [at, node] = isName ? [valueNode, parent] : [keyNode, valueNode];
      if (node?.type === 'object') entries.set(`${uri} ${at.range.start}`, { uri, node });
    };
    for (const node of walk(tree.root)) for (const each of propertiesOf(node)) add(each, node);
  }
  return entries;
}

/** Returns a value as text, independent of the order of keys. */
function written(node: Node | undefined): string {
  return JSON.stringify(toValue(node) ?? null, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}
