import { stringify } from 'yaml';
import type { TextRange } from '../../base/text.ts';
import type { Writer } from '../syntax.ts';

/** Returns a value as YAML on one line: lists and maps in flow style, strings quoted if necessary. */
export const writeYaml = (value: unknown): string =>
  stringify(value, { lineWidth: 0, collectionStyle: 'flow', flowCollectionPadding: false }).trimEnd();

/** Writes at a place in front matter; a value directly after its colon gets a space before it. */
export const yamlWriter = (text: string, { start }: TextRange): Writer => ({
  write: writeYaml,
  encode: (written) => written,
  around: [text[start - 1] === ':' ? ' ' : '', ''],
  key: writeYaml,
  property: (key, value) => `${key}: ${value}`,
});
