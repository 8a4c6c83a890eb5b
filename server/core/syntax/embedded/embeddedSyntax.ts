import type { TextEdit, TextRange } from '../../base/text.ts';
import { touches } from '../../base/text.ts';
import { json } from '../json/json.ts';
import type { InnerText, Mutable, Node, ObjectNode, PropertyNode } from '../node.ts';
import { breakOf, type Cursor, type OuterSyntax, type Parsed, type Syntax, type SyntaxProblem } from '../syntax.ts';
import { graft } from './adoptSubtree.ts';

/** A JSON text inside a string of the file. */
interface Layer {
  readonly inner: InnerText;
  readonly parsed: Parsed;
  /** Where the inner text stands in the file. */
  readonly range: TextRange;
  readonly property: PropertyNode;
  /** The node of the file for each node of the inner text. */
  readonly outward: ReadonlyMap<Node | PropertyNode, Node | PropertyNode>;
}

const layersOf = new WeakMap<Parsed, readonly Layer[]>();

/** The objects whose values may hold such texts: the root alone, unless said otherwise. */
type Holders = (root: ObjectNode) => Iterable<ObjectNode>;

/**
 * `outer`, in whose texts JSON may stand in strings: those are read too, so that the tree is the same as if the file were JSON
 * throughout, with every range in the file. Edits in such a text are made there and written outward in the file's own escapes.
 * @param embeds whether the value of a key of the root is JSON; only texts that begin like an object or a list are taken for it.
 */
export function layered(
  outer: OuterSyntax,
  embeds: (key: string) => boolean,
  holders: Holders = (root) => [root],
): Syntax {
  const parse = (text: string): Parsed => {
    const parsed = outer.parse(text);
    if (parsed.root?.type !== 'object') return parsed;
    const layers: Layer[] = [];
    const problems: SyntaxProblem[] = [];
    for (const property of [...holders(parsed.root)].flatMap(({ properties }) => properties)) {
      const value = property.valueNode;
      if (value?.type !== 'string' || !embeds(property.key)) continue;
      if (!/^\s*(\[|\{(?!\{))/.test(String(value.value))) continue;
      const inner = outer.innerOf(text, value);
      const layer = inner && layerOf(inner, property);
      if (!layer) continue;
      layers.push(layer);
      for (const problem of layer.parsed.problems) problems.push(problemOutward(inner, problem));
    }
    if (layers.length === 0) return parsed;
    // Where the file or the value itself is cut off, so is the text in it: that is one mistake.
    const further = breakOf(parsed) ? [] : problems.filter(({ range }) => !isInBrokenValue(parsed, layers, range));
    const result: Parsed = { ...parsed, problems: [...parsed.problems, ...further] };
    layersOf.set(result, layers);
    return result;
  };

  return {
    id: outer.id,
    parse,
    cursorAt: (text, parsed, offset) => {
      const layer = layersOf.get(parsed)?.find(({ range }) => touches(range, offset));
      return layer ? cursorIn(layer, offset) : outer.cursorAt(text, parsed, offset);
    },
    write: outer.write,
    ...(outer.folds && { folds: outer.folds }),
    ...(outer.comments && { comments: outer.comments }),
    ...(outer.addComment && { addComment: outer.addComment }),
    replaceValue: (text, node, value) =>
      within(node, (inner, own) => json.replaceValue(inner, own, value)) ?? outer.replaceValue(text, node, value),
    renameKey: (text, property, key) =>
      within(property, (inner, own) => json.renameKey(inner, own, key)) ?? outer.renameKey(text, property, key),
    addProperty: (text, object, key, value, first) =>
      within(object, (inner, own) => json.addProperty(inner, own as ObjectNode, key, value, first)) ??
      outer.addProperty(text, object, key, value, first),
    removeProperty: (text, property) =>
      within(property, (inner, own) => json.removeProperty(inner, own)) ?? outer.removeProperty(text, property),
  };
}

/** An edit of the text that holds `node`, made there and written outward; undefined for nodes of the file itself. */
function within<N extends Node | PropertyNode>(
  { embedded }: N,
  edit: (inner: string, own: N) => TextEdit,
): TextEdit | undefined {
  return embedded && editOutward(embedded.in, edit(embedded.in.text, embedded.node as N));
}

const outwards = ({ offsets }: InnerText, { start, end }: TextRange): TextRange => {
  const last = offsets.at(-1) ?? 0;
  return { start: offsets[start] ?? last, end: offsets[end] ?? last };
};

const editOutward = (inner: InnerText, { range, newText }: TextEdit): TextEdit => ({
  range: outwards(inner, range),
  newText: inner.encode(newText),
});

const overlap = (a: TextRange, b: TextRange): boolean => touches(a, b.start) || touches(b, a.start);

/** Whether `range` lies in an embedded text whose value the outer syntax itself cannot read. */
const isInBrokenValue = ({ problems }: Parsed, layers: readonly Layer[], range: TextRange): boolean =>
  layers.some(
    (layer) =>
      overlap(layer.range, range) &&
      problems.some((problem) => problem.kind === 'broken-value' && overlap(layer.range, problem.range)),
  );

function problemOutward(inner: InnerText, { range, message, kind, fix }: SyntaxProblem): SyntaxProblem {
  return {
    kind: kind === 'break' ? 'broken-value' : kind,
    range: outwards(inner, range),
    message: `In the JSON of this value: ${message}`,
    ...(fix && { fix: { title: fix.title, edits: fix.edits.map((edit) => editOutward(inner, edit)) } }),
  };
}

/** Reads the JSON and puts its tree in the place of the string; undefined when it holds nothing. */
function layerOf(inner: InnerText, property: PropertyNode): Layer | undefined {
  const parsed = json.parse(inner.text);
  if (!parsed.root) return undefined;
  const outward = new Map<Node | PropertyNode, Node | PropertyNode>();
  const isBroken = breakOf(parsed) !== undefined;
  (property as Mutable<PropertyNode>).valueNode = graft(parsed.root, property, {
    place: (range) => outwards(inner, range),
    embed: (node) => ({ in: inner, node, isBroken }),
    pair: (own, outer) => outward.set(own, outer),
  });
  const range = outwards(inner, { start: 0, end: inner.text.length });
  return { inner, parsed, range, property, outward };
}

function cursorIn({ inner, parsed, property, outward }: Layer, offset: number): Cursor {
  const cursor = json.cursorAt(inner.text, parsed, inwards(inner, offset));
  const { writer } = cursor;
  const of = <N extends Node | PropertyNode>(own: N | undefined): N | undefined =>
    own && (outward.get(own) as N | undefined);
  const isRoot = cursor.node === undefined && cursor.property === undefined;
  return {
    ...cursor,
    node: of(cursor.node),
    property: isRoot ? property : of(cursor.property),
    replace: outwards(inner, cursor.replace),
    writer: {
      write: writeCompact,
      encode: (text) => inner.encode(writer.encode(text)),
      around: [inner.encode(writer.around[0]), inner.encode(writer.around[1])],
      key: (key) => inner.encode(writer.key(key)),
      property: (key, value) => {
        const [before = '', after = ''] = writer.property(key, valueMark).split(valueMark);
        return inner.encode(before) + value + inner.encode(after);
      },
    },
  };
}

/** Stands for a value that is written outward already. */
const valueMark = '\uE006';

/** A string in a file is one line for most formats: its JSON is written so. */
const writeCompact = (value: unknown): string => JSON.stringify(value) ?? 'null';

/** The offset in the inner text of the letter that stands at `offset` of the file, or of the one that holds it. */
function inwards({ offsets }: InnerText, offset: number): number {
  let low = 0;
  let high = offsets.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return low;
}
