import { derived } from '../base/derived.ts';
import { nameOf } from '../base/uri.ts';
import type { Embed } from '../embed.ts';
import type {
  Document,
  DocumentKind,
  Interpolation,
  PluginRoot,
  PluginRoots,
  Reference,
  TextProvider,
  ValueProvider,
} from '../model.ts';
import { type Node, type ObjectNode, type Path, type PropertyNode, property as propertyOf } from '../syntax/node.ts';
import { parse } from './parse.ts';

/** An embed, and the kind that it refers to. */
interface Part {
  readonly embed: Embed;
  readonly kind: DocumentKind;
}

/**
 * Returns the kinds with their embeds connected: each kind provides the inline content of its documents, and adds that
 * content's completion, facts, references and lenses. The linter runs the rules of the content's kind.
 * @throws Error if an embed refers to a kind that is not in `kinds`.
 */
export function withEmbedded(kinds: readonly DocumentKind[]): readonly DocumentKind[] {
  return kinds.map((host) => {
    const parts = (host.embeds ?? []).map((embed): Part => {
      const kind = kinds.find(({ id }) => id === embed.kind);
      if (!kind) throw new Error(`${host.id} embeds the unknown kind ${embed.kind}`);
      return { embed, kind };
    });
    return parts.length > 0 ? composed(host, parts) : host;
  });
}

function composed(host: DocumentKind, parts: readonly Part[]): DocumentKind {
  const embedded = derived((document: Document) => parts.flatMap((part) => [...contents(document, part)]));
  return {
    ...host,
    embedded,
    values: [...(host.values ?? []), ...parts.flatMap(valuesOf)],
    texts: [...(host.texts ?? []), ...parts.flatMap(textsOf)],
    interpolations: [...(host.interpolations ?? []), ...parts.flatMap(interpolationsOf)],
    facts: (document) => [
      ...(host.facts?.(document) ?? []),
      ...embedded(document).flatMap((content) => (defines(content) ? [...(content.kind.facts?.(content) ?? [])] : [])),
    ],
    references: (document, around) => [
      ...(host.references?.(document, around) ?? []),
      ...embedded(document).flatMap((content) => referencesOf(content, around)),
    ],
    lenses: (document, workspace) => [
      ...(host.lenses?.(document, workspace) ?? []),
      ...embedded(document).flatMap((content) => [
        ...(content.kind.lenses?.(content, aroundInline(content, workspace)) ?? []),
      ]),
    ],
  };
}

/** Returns the surroundings of a document, with the plugin to which its content belongs. */
export function aroundInline<A extends PluginRoots>({ uri, inline }: Document, around: A): A {
  if (inline?.folder === undefined) return around;
  const { folder } = inline;
  const own = folder === null ? undefined : pluginAt(folder, around);
  return { ...around, pluginOf: (other) => (other === uri ? own : around.pluginOf(other)) };
}

/** Returns a document and its inline content that other files may rely on. */
export const definingIn = (document: Document): readonly Document[] => [
  document,
  ...(document.kind.embedded?.(document) ?? []).filter(defines),
];

/** Returns the plugin in a folder. A folder that a marketplace lists is a plugin even if its files do not show it. */
function pluginAt(uri: string, around: PluginRoots): PluginRoot {
  const plugin = around.pluginOf(uri);
  return plugin?.uri === uri ? plugin : { uri, directory: nameOf(uri), mount: undefined, manifest: undefined };
}

const defines = ({ uri, inline }: Document): boolean => inline?.embed.defines?.(uri) ?? true;

const referencesOf = (content: Document, around: PluginRoots): readonly Reference[] =>
  [...(content.kind.references?.(content, aroundInline(content, around)) ?? [])].filter(
    (reference) => !reference.defines || defines(content),
  );

function* contents(host: Document, { embed, kind }: Part): Generator<Document> {
  for (const { property, path } of propertiesAt(parse(host).root, embed.at)) {
    const folder = embed.folderOf && (embed.folderOf(host.uri, parse(host).root, path) ?? null);
    for (const node of partsOf(property.valueNode, embed)) {
      const root = embed.below === undefined ? node : below(embed.below, property, node);
      yield {
        uri: host.uri,
        text: host.text,
        kind,
        inline: { host, embed, root, ...(folder !== undefined && { folder }) },
      };
    }
  }
}

/** Returns the content itself, or each object in a list of paths and objects. */
function partsOf(value: Node | undefined, { isList }: Embed): readonly Node[] {
  if (isList) return value?.type === 'array' ? [value] : [];
  const all = value?.type === 'array' ? value.items : value ? [value] : [];
  return all.filter(({ type }) => type === 'object');
}

/** Yields the properties that `at` leads to, each with its path. */
function* propertiesAt(
  node: Node | undefined,
  at: readonly string[],
  before: Path = [],
): Generator<{ property: PropertyNode; path: Path }> {
  const [step, ...rest] = at;
  if (node?.type === 'array' && step === '*') {
    for (const [i, item] of node.items.entries()) yield* propertiesAt(item, rest, [...before, i]);
  }
  if (node?.type !== 'object' || step === undefined) return;
  for (const property of step === '*' ? lastOfEach(node) : [propertyOf(node, step)]) {
    if (!property) continue;
    const path = [...before, property.key];
    if (rest.length === 0) yield { property, path };
    else yield* propertiesAt(property.valueNode, rest, path);
  }
}

/** Returns the properties of an object. If a key occurs twice, the last one counts. */
const lastOfEach = ({ properties }: ObjectNode): Iterable<PropertyNode> =>
  new Map(properties.map((each) => [each.key, each])).values();

/** Returns a root that contains `node` under `key`, as a separate file would. */
function below(key: string, { range, keyNode, embedded }: PropertyNode, node: Node): ObjectNode {
  const properties: PropertyNode[] = [];
  const root: ObjectNode = { type: 'object', range: node.range, parent: undefined, properties };
  properties.push({
    type: 'property',
    range,
    parent: root,
    key,
    keyNode,
    valueNode: node,
    ...(embedded && { embedded }),
  });
  return root;
}

/** Maps a path in a file of the embedded kind to the host: once for the content itself and once for lists of contents. */
function placesOf({ embed: { at, below, isList } }: Part, inner: readonly string[]): (readonly string[])[] {
  if (below !== undefined && inner[0] !== below) return [];
  const rest = below === undefined ? inner : inner.slice(1);
  return isList
    ? [[...at, ...rest]]
    : [
        [...at, ...rest],
        [...at, '*', ...rest],
      ];
}

/** Maps a path in the host to the path in a file of the embedded kind; undefined if the list is not one of contents. */
function innerPath({ embed: { at, below } }: Part, path: Path, place: readonly string[], inner: readonly string[]) {
  const rest = path.slice(path.length - inner.length + (below === undefined ? 0 : 1));
  const isInList = place.length - rest.length > at.length;
  if (isInList && typeof path[at.length] !== 'number') return undefined;
  return below === undefined ? rest : [below, ...rest];
}

const valuesOf = (part: Part): ValueProvider[] =>
  (part.kind.values ?? []).flatMap((provider) =>
    placesOf(part, provider.at).map((at) => ({
      at,
      offers: provider.offers,
      items: (context) => {
        const path = innerPath(part, context.path, at, provider.at);
        return path ? provider.items({ ...context, path }) : [];
      },
    })),
  );

const textsOf = (part: Part): TextProvider[] =>
  (part.kind.texts ?? []).flatMap((provider) =>
    (provider.at === 'body' ? [] : provider.at).flatMap((inner) =>
      placesOf(part, inner).map((at) => ({
        at: [at],
        complete: (context) => {
          const path = innerPath(part, context.path, at, inner);
          return path && provider.complete({ ...context, path });
        },
      })),
    ),
  );

const interpolationsOf = (part: Part): Interpolation[] =>
  (part.kind.interpolations ?? []).flatMap(({ at, as }) =>
    at === 'body' ? [] : placesOf(part, at).map((place) => ({ at: place, as })),
  );
