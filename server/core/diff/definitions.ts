import type { EffectiveInput, Tree } from '../effective/input.ts';
import type { EffectiveServer, Origin } from '../effective/model.ts';
import { originOf } from '../effective/origin.ts';
import { child, type Node, type PropertyNode, propertiesOf, property, walk } from '../syntax/node.ts';
import { differenceWords, isShown, written } from './definitionWords.ts';

/** The fields that identify a server: what it connects to, or what it starts. */
export const definingFields = ['url', 'customUrl', 'command', 'args', 'env', 'cwd', 'headersHelper', 'envHelper'];
/** Fields that other rows show: the name, the rules for tools, and how the server is reached. */
const otherFields: ReadonlySet<string> = new Set([...definingFields, 'name', 'type', 'transport', 'toolPolicy']);

export interface Redirection {
  /** The first field that differs. */
  readonly field: string;
  /** Its location on the after side; if it is missing there, the server's. */
  readonly origin: Origin | null;
  readonly isQuotable: boolean;
  /** Everything that differs, a phrase for each field, without secrets. */
  readonly differences: readonly string[];
}

/** A field that neither starts nor addresses the server, such as its headers. */
export interface OtherField {
  readonly field: string;
  readonly words: string;
  readonly isSetBefore: boolean;
  readonly isSetAfter: boolean;
  readonly origin: Origin | null;
  readonly side: 'old' | 'new';
}

/** Compares the definitions of a server on both sides. */
export interface Definitions {
  /** Returns what it connects to or starts now, if that differs. */
  redirection(was: EffectiveServer, is: EffectiveServer): Redirection | undefined;
  /** Returns its other fields that differ. */
  otherFields(was: EffectiveServer, is: EffectiveServer): readonly OtherField[];
}

type Entry = { readonly uri: string; readonly node: Node };

/** Creates functions that find what differs between the definitions of a server on both sides. */
export function createDefinitions(before: EffectiveInput, after: EffectiveInput): Definitions {
  const [entriesBefore, entriesAfter] = [entriesOf(before), entriesOf(after)];
  const pairOf = (was: EffectiveServer, is: EffectiveServer): readonly [Entry, Entry] | undefined => {
    const a = was.origin && entriesBefore.get(placeOf(was.origin));
    const b = is.origin && entriesAfter.get(placeOf(is.origin));
    return a && b ? [a, b] : undefined;
  };
  return {
    redirection: (was, is) => {
      const [a, b] = pairOf(was, is) ?? [];
      if (!a || !b) return undefined;
      const fields = definingFields.filter((each) => differs(each, a.node, b.node));
      const isMoved = was.transport !== is.transport;
      const field = isMoved ? 'transport' : fields[0];
      if (field === undefined) return undefined;
      const at = property(b.node, field) ?? property(b.node, 'type');
      const moved = isMoved ? [`transport: ${was.transport ?? 'unknown'} → ${is.transport ?? 'unknown'}`] : [];
      return {
        field,
        origin: at ? originOf(b.uri, at) : is.origin,
        isQuotable: isShown(field),
        differences: [...moved, ...fields.map((each) => differenceWords(each, a.node, b.node))],
      };
    },
    otherFields: (was, is) => {
      const [a, b] = pairOf(was, is) ?? [];
      if (!a || !b) return [];
      const names = new Set([b, a].flatMap(({ node }) => propertiesOf(node).map(({ key }) => key)));
      const fields = [...names].filter((each) => !otherFields.has(each) && differs(each, a.node, b.node));
      return fields.map((field) => otherField(field, a, b));
    },
  };
}

const differs = (field: string, a: Node, b: Node): boolean => written(child(a, field)) !== written(child(b, field));

function otherField(field: string, a: Entry, b: Entry): OtherField {
  const [was, is] = [property(a.node, field), property(b.node, field)];
  const origin = is ? originOf(b.uri, is) : was ? originOf(a.uri, was) : null;
  return {
    field,
    words: differenceWords(field, a.node, b.node),
    isSetBefore: was !== undefined,
    isSetAfter: is !== undefined,
    origin,
    side: is ? 'new' : 'old',
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
