import type { TextEdit, TextRange } from '../../base/text.ts';
import { touches } from '../../base/text.ts';
import { json } from '../json/json.ts';
import type { EmbeddedText, Mutable, Node, ObjectNode, PropertyNode } from '../node.ts';
import {
  breakOf,
  type Cursor,
  type EmbeddedLayer,
  type OuterSyntax,
  type Parsed,
  type Syntax,
  type SyntaxProblem,
} from '../syntax.ts';
import { adoptSubtree } from './adoptSubtree.ts';

/** The objects whose values may contain embedded text: only the root by default. */
type Holders = (root: ObjectNode) => Iterable<ObjectNode>;

/**
 * Returns `outer` extended to JSON in its strings: such strings are parsed too, so that the tree is the same as if the file were
 * JSON throughout, with every range in the file. Edits in them are made in the embedded text and written in the file's own escapes.
 * @param embeds returns whether the value of a key of the root is JSON; only strings that begin like an object or a list are parsed.
 */
export function embeddedSyntax(
  outer: OuterSyntax,
  embeds: (key: string) => boolean,
  holders: Holders = (root) => [root],
): Syntax {
  const parse = (text: string): Parsed => {
    const parsed = outer.parse(text);
    if (parsed.root?.type !== 'object') return parsed;
    const layers: EmbeddedLayer[] = [];
    const problems: SyntaxProblem[] = [];
    for (const property of [...holders(parsed.root)].flatMap(({ properties }) => properties)) {
      const value = property.valueNode;
      if (value?.type !== 'string' || !embeds(property.key)) continue;
      if (!/^\s*(\[|\{(?!\{))/.test(String(value.value))) continue;
      const embedded = outer.embeddedTextOf(text, value);
      const layer = embedded && layerOf(embedded, property);
      if (!layer) continue;
      layers.push(layer);
      for (const problem of layer.parsed.problems) problems.push(problemOutward(embedded, problem));
    }
    if (layers.length === 0) return parsed;
    // If the file or the value itself is cut off, the embedded text is too; that counts as one mistake.
    const further = breakOf(parsed) ? [] : problems.filter(({ range }) => !isInBrokenValue(parsed, layers, range));
    return { ...parsed, problems: [...parsed.problems, ...further], layers };
  };

  return {
    id: outer.id,
    parse,
    cursorAt: (text, parsed, offset) => {
      const layer = parsed.layers?.find(({ range }) => touches(range, offset));
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

/** Makes an edit in the embedded text that contains `node` and converts it to the file; undefined for nodes of the file itself. */
function within<N extends Node | PropertyNode>(
  { embedded }: N,
  edit: (inner: string, own: N) => TextEdit,
): TextEdit | undefined {
  return embedded && editOutward(embedded.in, edit(embedded.in.text, embedded.node as N));
}

const outwards = ({ offsets }: EmbeddedText, { start, end }: TextRange): TextRange => {
  const last = offsets.at(-1) ?? 0;
  return { start: offsets[start] ?? last, end: offsets[end] ?? last };
};

const editOutward = (embedded: EmbeddedText, { range, newText }: TextEdit): TextEdit => ({
  range: outwards(embedded, range),
  newText: embedded.encode(newText),
});

const overlap = (a: TextRange, b: TextRange): boolean => touches(a, b.start) || touches(b, a.start);

/** Whether `range` is in an embedded text whose value the outer syntax cannot read. */
const isInBrokenValue = ({ problems }: Parsed, layers: readonly EmbeddedLayer[], range: TextRange): boolean =>
  layers.some(
    (layer) =>
      overlap(layer.range, range) &&
      problems.some((problem) => problem.kind === 'broken-value' && overlap(layer.range, problem.range)),
  );

function problemOutward(embedded: EmbeddedText, { range, message, kind, fix }: SyntaxProblem): SyntaxProblem {
  return {
    kind: kind === 'break' ? 'broken-value' : kind,
    range: outwards(embedded, range),
    message: `In the JSON of this value: ${message}`,
    ...(fix && { fix: { title: fix.title, edits: fix.edits.map((edit) => editOutward(embedded, edit)) } }),
  };
}

/** Parses the JSON and replaces the string with its tree; undefined if it is empty. */
function layerOf(embedded: EmbeddedText, property: PropertyNode): EmbeddedLayer | undefined {
  const parsed = json.parse(embedded.text);
  if (!parsed.root) return undefined;
  const outward = new Map<Node | PropertyNode, Node | PropertyNode>();
  const isBroken = breakOf(parsed) !== undefined;
  (property as Mutable<PropertyNode>).valueNode = adoptSubtree(parsed.root, property, {
    place: (range) => outwards(embedded, range),
    embed: (node) => ({ in: embedded, node, isBroken }),
    pair: (own, outer) => outward.set(own, outer),
  });
  const range = outwards(embedded, { start: 0, end: embedded.text.length });
  return { text: embedded, parsed, range, property, outward };
}

function cursorIn({ text: embedded, parsed, property, outward }: EmbeddedLayer, offset: number): Cursor {
  const cursor = json.cursorAt(embedded.text, parsed, inwards(embedded, offset));
  const { writer } = cursor;
  const of = <N extends Node | PropertyNode>(own: N | undefined): N | undefined =>
    own && (outward.get(own) as N | undefined);
  const isRoot = cursor.node === undefined && cursor.property === undefined;
  return {
    ...cursor,
    node: of(cursor.node),
    property: isRoot ? property : of(cursor.property),
    replace: outwards(embedded, cursor.replace),
    writer: {
      write: writeCompact,
      encode: (text) => embedded.encode(writer.encode(text)),
      around: [embedded.encode(writer.around[0]), embedded.encode(writer.around[1])],
      key: (key) => embedded.encode(writer.key(key)),
      property: (key, value) => {
        const [before = '', after = ''] = writer.property(key, valueMark).split(valueMark);
        return embedded.encode(before) + value + embedded.encode(after);
      },
    },
  };
}

/** Placeholder for a value that is already escaped for the file. */
const valueMark = '\uE006';

/** In most formats, a string is on a single line, so its JSON is written on one line. */
const writeCompact = (value: unknown): string => JSON.stringify(value) ?? 'null';

/** Returns the offset in the embedded text of the character at `offset` of the file, or of the one that contains it. */
function inwards({ offsets }: EmbeddedText, offset: number): number {
  let low = 0;
  let high = offsets.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return low;
}
