import { jsonFile as outerJson } from '../../syntax/inner.ts';
import { layered } from '../../syntax/layered.ts';
import type { Syntax } from '../../syntax/syntax.ts';
import { policyKeys } from './catalogue.ts';
import { addNested, isView, originalOf } from './view.ts';

/** Whether a key's value is a list or an object, which property lists and the registry hold as one JSON text. */
export function isStructured(key: string): boolean {
  const type = policyKeys.get(key)?.type;
  return type !== undefined && /\[\]|object/.test(type);
}

const jsonFile = layered(outerJson, isStructured);

/** Which format a text is in: how it begins tells, so that a text keeps its format while it is edited. */
export function formatOf(text: string): 'json' | 'plist' | 'registry' {
  if (/^\uFEFF?\s*<|^bplist/.test(text)) return 'plist';
  return /^\uFEFF?\s*(Windows Registry|REGEDIT4|;|\[-?HKEY_)/i.test(text) ? 'registry' : 'json';
}

const formats = { json: jsonFile, plist: jsonFile, registry: jsonFile } as const;
const syntaxOf = (text: string): Syntax => formats[formatOf(text)];

/** A policy in any of its formats: JSON, a property list, or a file of the Windows registry. */
export const policySyntax: Syntax = {
  id: 'policy',
  parse: (text) => syntaxOf(text).parse(text),
  cursorAt: (text, parsed, offset) => syntaxOf(text).cursorAt(text, parsed, offset),
  write: (text, value, offset) => syntaxOf(text).write(text, value, offset),
  replaceValue: (text, node, value) => syntaxOf(text).replaceValue(text, node, value),
  renameKey: (text, property, key) => syntaxOf(text).renameKey(text, originalOf(property), key),
  addProperty: (text, object, key, value, first) =>
    isView(object) ? addNested(text, object, key, value) : syntaxOf(text).addProperty(text, object, key, value, first),
  removeProperty: (text, property) => syntaxOf(text).removeProperty(text, originalOf(property)),
};
