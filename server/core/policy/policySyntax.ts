import { embeddedSyntax } from '../syntax/embedded/embeddedSyntax.ts';
import { jsonWithEmbedded } from '../syntax/embedded/embeddedText.ts';
import { plist } from '../syntax/plist/plist.ts';
import { registry } from '../syntax/registry/registry.ts';
import type { Syntax } from '../syntax/syntax.ts';
import { addNested, isView, originalOf } from './flatView.ts';
import { formatOf } from './format.ts';
import { isStructured } from './keyFlags.ts';

const formats = {
  json: embeddedSyntax(jsonWithEmbedded, isStructured),
  plist: embeddedSyntax(plist, isStructured),
  registry: embeddedSyntax(registry, isStructured),
} as const;
const syntaxOf = (text: string): Syntax => formats[formatOf(text)];

/** The syntax of policies in all formats: JSON, a property list, or a Windows registry file. */
export const policySyntax: Syntax = {
  id: 'policy',
  parse: (text) => syntaxOf(text).parse(text),
  cursorAt: (text, parsed, offset) => syntaxOf(text).cursorAt(text, parsed, offset),
  write: (text, value, offset) => syntaxOf(text).write(text, value, offset),
  replaceValue: (text, node, value) => syntaxOf(text).replaceValue(text, node, value),
  renameKey: (text, property, key) => syntaxOf(text).renameKey(text, originalOf(property), key),
  addProperty: (text, object, key, value, first) =>
    isView(object) ? addNested(text, object, key, value) : syntaxOf(text).addProperty(text, object, key, value, first),
  folds: (text, parsed) => syntaxOf(text).folds?.(text, parsed),
  comments: (text, parsed) => syntaxOf(text).comments?.(text, parsed) ?? [],
  addComment: (text, parsed, offset, remark) => syntaxOf(text).addComment?.(text, parsed, offset, remark),
  removeProperty: (text, property) => syntaxOf(text).removeProperty(text, originalOf(property)),
};
