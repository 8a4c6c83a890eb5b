import { applyEdits, type TextEdit } from '../base/text.ts';
import type { Document, Editor } from '../model.ts';
import { type PropertyNode, propertiesOf, walk } from '../syntax/node.ts';
import type { Syntax } from '../syntax/syntax.ts';

/** Returns an editor that makes edits in the syntax of `document`. */
export function editorFor({ text, kind: { syntax } }: Document): Editor {
  return {
    replace: (node, value) => syntax.replaceValue(text, node, value),
    renameKey: (property, key) => changeTwins(text, syntax, property, key) ?? syntax.renameKey(text, property, key),
    add: (object, key, value, first) => syntax.addProperty(text, object, key, value, first),
    remove: (property) => changeTwins(text, syntax, property) ?? syntax.removeProperty(text, property),
  };
}

/**
 * For a key that is written several times in one object, returns one edit that removes all of them, or renames the last one,
 * which counts, and removes the others: if only one were changed, the app would read the other. The last one is changed first,
 * so that the others keep their places. Undefined for a key that is written once, or if one of them cannot be found again.
 */
function changeTwins(text: string, syntax: Syntax, property: PropertyNode, name?: string): TextEdit | undefined {
  const twins = property.parent.properties.filter(({ key }) => key === property.key);
  if (twins.length < 2) return undefined;
  const starts = twins.map(({ keyNode }) => keyNode.range.start).sort((a, b) => b - a);
  let left = text;
  for (const start of starts) {
    const found = propertyAt(left, syntax, start);
    if (!found) return undefined;
    const isRenamed = name !== undefined && start === starts[0];
    left = applyEdits(left, [isRenamed ? syntax.renameKey(left, found, name) : syntax.removeProperty(left, found)]);
  }
  return editBetween(text, left);
}

function propertyAt(text: string, syntax: Syntax, start: number): PropertyNode | undefined {
  for (const node of walk(syntax.parse(text).root)) {
    const found = propertiesOf(node).find(({ keyNode }) => keyNode.range.start === start);
    if (found) return found;
  }
  return undefined;
}

/** Returns the edit that turns one text into another, without what both have in common at their ends. */
function editBetween(before: string, after: string): TextEdit {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let tail = 0;
  while (tail < shorter - start && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  return {
    range: { start, end: before.length - tail },
    newText: after.slice(start, after.length - tail),
  };
}
