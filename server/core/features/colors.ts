import { contains, type TextEdit, type TextRange } from '../base/text.ts';
import type { Document, DocumentKind } from '../model.ts';
import { walkSchema } from '../schema/at.ts';
import { parts } from '../schema/islands.ts';
import type { Schema } from '../schema/schema.ts';
import { type Node, type ScalarNode, stringOf } from '../syntax/node.ts';
import { editorFor } from '../workspace/editor.ts';
import { parse } from '../workspace/parse.ts';

/** Components from 0 to 255. */
export interface Color {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
}

/** A colour and the range of its text, without quotes. */
export interface ColorPlace {
  readonly range: TextRange;
  readonly color: Color;
}

/** The text of a colour, and the edit that writes it. */
export interface ColorPresentation {
  readonly label: string;
  readonly edit: TextEdit;
}

/** Whether files of a kind may contain colours. */
export const hasColors = ({ schema }: DocumentKind): boolean => mentionsColor(schema);

const mentionsColor = (schema: Schema): boolean =>
  schema.format === 'color' ||
  [...parts(schema), ...Object.values(schema.$defs ?? {})].some(mentionsColor) ||
  (schema.variants ?? []).some((variant) => mentionsColor(variant.schema));

/** Returns every string that the schema declares as a colour and that is one, in tree order. */
export const colors = (document: Document): ColorPlace[] =>
  [...colorNodes(document)].map(([{ inner }, color]) => ({ range: inner, color }));

/** Returns how to write `color` in place of the colour at `range`, which may include its quotes; undefined if there is none. */
export function presentColor(document: Document, range: TextRange, color: Color): ColorPresentation | undefined {
  for (const [node] of colorNodes(document)) {
    if (!contains(node.range, range) && !contains(range, node.inner)) continue;
    const label = write(color);
    return { label, edit: editorFor(document).replace(node, label) };
  }
  return undefined;
}

function* colorNodes(document: Document): Generator<[ScalarNode, Color]> {
  const { schema: top } = document.kind;
  for (const [node, schema] of walkSchema(top, top, parse(document).root)) {
    const color = schema.format === 'color' ? read(node) : undefined;
    if (color && node.type === 'string') yield [node, color];
  }
}

function read(node: Node): Color | undefined {
  const [, red, green, blue] = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(stringOf(node) ?? '') ?? [];
  if (!red || !green || !blue) return undefined;
  return { red: Number.parseInt(red, 16), green: Number.parseInt(green, 16), blue: Number.parseInt(blue, 16) };
}

const write = ({ red, green, blue }: Color): string =>
  `#${[red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
