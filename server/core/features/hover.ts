import { code, codeOf, escapeMarkdown } from '../base/markdown.ts';
import { type TextRange, touches } from '../base/text.ts';
import type { EffectiveResult } from '../effective/model.ts';
import type { Document, Target, WorkspaceView } from '../model.ts';
import type { Schema } from '../schema/schema.ts';
import type { Node, Path } from '../syntax/node.ts';
import { parse } from '../workspace/parse.ts';
import { alternativesAt, shownAt } from './completion/alternatives.ts';
import { describe, describeValue, typeOf } from './describe.ts';
import { effectiveCard } from './effectiveCard.ts';
import type { HoverFormat } from './hoverFormat.ts';
import { keyEffect } from './keyEffect.ts';
import { type Place, placeAt } from './place.ts';
import { providedAt } from './provided.ts';
import { surfacesAt } from './surfacesCard.ts';
import { aboutVariable } from './variables.ts';

export interface Hover {
  readonly range: TextRange;
  readonly markdown: string;
}

export interface HoverContext {
  readonly workspace: WorkspaceView;
  readonly target: Target;
  /** Returns the effective tool set; called only if a server or a tool is at the cursor. */
  readonly effective?: () => EffectiveResult | undefined;
  /** How to write the hover; plain text by default. */
  readonly format?: HoverFormat;
}

/**
 * Returns the hover at `offset`. For a variable: what is substituted. For a key or value: the state of the server or tool that
 * it names, then what the schema says. No other text of the document is repeated, so that no secret is. Undefined if nothing is
 * known.
 */
export function hover(document: Document, offset: number, context: HoverContext): Hover | undefined {
  const variable = aboutVariable(document, offset, context.workspace);
  if (variable) return variable;
  const { root } = parse(document);
  const place = placeAt(root, offset);
  const range = place?.key?.keyNode.range ?? place?.node?.range;
  if (!place || !range || (!place.key && isContainer(place.node))) return undefined;
  const cards = [
    effectiveAt(document, offset, context),
    surfacesAt(document, offset, context),
    aboutValue(document, place, context),
    card(document, place, context),
    effectOfKey(document, place, context),
  ];
  const markdown = cards.filter(Boolean).join('\n\n---\n\n');
  return markdown ? { range, markdown } : undefined;
}

function effectiveAt(document: Document, offset: number, { effective, format }: HoverContext): string | undefined {
  const facts = [...(document.kind.facts?.(document) ?? [])];
  const here = facts.filter((fact) => ['server', 'tool-policy'].includes(fact.type) && touches(fact.range, offset));
  const result = here.length > 0 ? effective?.() : undefined;
  if (!result) return undefined;
  return here.map((fact) => effectiveCard(fact, result, format)).find(Boolean);
}

/** Returns what a key of a policy does in this deployment; only a document with the fact `policy` has such keys. */
function effectOfKey(
  document: Document,
  { key, path }: Place,
  { effective, format }: HoverContext,
): string | undefined {
  if (!key || !format || path.length !== 1 || !document.kind.facts) return undefined;
  const isPolicy = [...document.kind.facts(document)].some(({ type }) => type === 'policy');
  const result = isPolicy ? effective?.() : undefined;
  return result && keyEffect(key, result, format);
}

/** Returns what the schema, or else the workspace, knows about this value, or about a key that the workspace offers. */
function aboutValue(document: Document, { key, node, path }: Place, { workspace }: HoverContext): string | undefined {
  if (key) {
    const offered = providedAt(document, workspace, path.slice(0, -1), 'keys').find(({ value }) => value === key.key);
    return offered?.documentation;
  }
  if (!node || !('value' in node)) return undefined;
  const schema = shownAt(document.kind, parse(document).root, path);
  const about = schema && describeValue(schema, node.value);
  if (about) return about;
  const item = providedAt(document, workspace, path, 'values').find(({ value }) => value === node.value);
  return (
    item?.detail &&
    [`${codeOf(item.value)}: ${escapeMarkdown(item.detail)}`, item.documentation].filter(Boolean).join('\n\n')
  );
}

function card(document: Document, { path }: Place, { target }: HoverContext): string | undefined {
  const words = wordsFor(document, path);
  if (!words) return undefined;
  const { schema, at } = words;
  const key = at.findLast((step) => typeof step === 'string');
  const type = typeOf(alternativesAt(document.kind, parse(document).root, at));
  const written = at.length === 1 ? document.kind.writtenForm?.(document.text, schema) : undefined;
  const text = describe(schema, { key, type, written }, target);
  return key !== undefined && text === code(key) ? undefined : text;
}

/** Returns the schema at `path`; for an item without a description, that of its list. */
function wordsFor(document: Document, path: Path): { readonly schema: Schema; readonly at: Path } | undefined {
  const schema = shownAt(document.kind, parse(document).root, path);
  const isMute = schema && schema.title === undefined && schema.description === undefined && !schema.facts;
  if (isMute && typeof path.at(-1) === 'number') return wordsFor(document, path.slice(0, -1));
  return schema && { schema, at: path };
}

const isContainer = (node: Node | undefined): boolean => node?.type === 'object' || node?.type === 'array';
