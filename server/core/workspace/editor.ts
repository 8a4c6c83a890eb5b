import type { Document, Editor } from '../model.ts';

/** Returns an editor that makes edits in the syntax of `document`. */
export function editorFor({ text, kind: { syntax } }: Document): Editor {
  return {
    replace: (node, value) => syntax.replaceValue(text, node, value),
    renameKey: (property, key) => syntax.renameKey(text, property, key),
    add: (object, key, value, first) => syntax.addProperty(text, object, key, value, first),
    remove: (property) => syntax.removeProperty(text, property),
  };
}
