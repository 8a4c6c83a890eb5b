import { Lines, type Position } from '../base/text.ts';
import type { EffectiveResult, Origin } from './model.ts';

/** A file as people name it, and its text. */
export interface NamedText {
  readonly file: string;
  readonly text: string;
}

export interface ContractOrigin {
  readonly file: string;
  readonly range: { readonly start: Position; readonly end: Position };
}

/** A result whose origins say file, line and character instead of address and offsets. */
export type Contract<T> = T extends Origin
  ? ContractOrigin
  : T extends readonly (infer Item)[]
    ? readonly Contract<Item>[]
    : T extends object
      ? { readonly [Key in keyof T]: Contract<T[Key]> }
      : T;

/** Turns origins into what people and other tools read. An origin whose file is unknown becomes null. */
export function placesIn(textOf: (uri: string) => NamedText | undefined): (origin: Origin) => ContractOrigin | null {
  const files = new Map<string, { file: string; lines: Lines } | undefined>();
  const fileOf = (uri: string) => {
    if (!files.has(uri)) {
      const known = textOf(uri);
      files.set(uri, known && { file: known.file, lines: new Lines(known.text) });
    }
    return files.get(uri);
  };
  return ({ uri, range }) => {
    const file = fileOf(uri);
    if (!file) return null;
    const { lines } = file;
    return { file: file.file, range: { start: lines.positionAt(range.start), end: lines.positionAt(range.end) } };
  };
}

/**
 * The JSON that the command line promises: as the result, with every origin as `{ file, range }` in lines and characters from 0.
 * @param textOf the file behind an address; where it is unknown the origin becomes null.
 */
export function toContract(
  result: EffectiveResult,
  textOf: (uri: string) => NamedText | undefined,
): Contract<EffectiveResult> {
  const place = placesIn(textOf);
  // Values of the configuration come from files and may look like anything, so only known keys hold origins.
  const turn = (value: unknown, key: string): unknown => {
    if ((key === 'origin' || key === 'cause') && value !== null) return place(value as Origin);
    if (key === 'value' || typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map((item) => turn(item, ''));
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, turn(inner, name)]));
  };
  const config = Object.entries(result.config).map(
    ([key, { value, origin }]) => [key, { value, origin: origin && place(origin) }] as const,
  );
  const { target, source, plugins, surfaces, notes } = result;
  const turned = turn({ plugins, surfaces, notes }, '') as object;
  return { target, source, config: Object.fromEntries(config), ...turned } as Contract<EffectiveResult>;
}
