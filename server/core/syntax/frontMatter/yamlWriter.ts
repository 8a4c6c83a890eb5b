import { stringify } from 'yaml';
import type { TextRange } from '../../base/text.ts';
import type { Writer } from '../syntax.ts';

/** A value as YAML on one line: lists and maps in flow style, texts quoted where they must be. */
export const writeYaml = (value: unknown): string =>
  stringify(value, { lineWidth: 0, collectionStyle: 'flow', flowCollectionPadding: false }).trimEnd();

/** Writes at a place of front matter; a value that follows its colon directly gets a blank before it. */
export const yamlWriter = (text: string, { start }: TextRange): Writer => ({
  write: writeYaml,
  encode: (written) => written,
  around: [text[start - 1] === ':' ? ' ' : '', ''],
  key: writeYaml,
  property: (key, value) => `${key}: ${value}`,
});
