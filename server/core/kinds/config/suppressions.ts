import type { TextEdit } from '../../base/text.ts';
import type { Document, SuppressionFile } from '../../model.ts';
import type { SuppressedRule, Suppression } from '../../suppression.ts';
import { json } from '../../syntax/json/json.ts';
import {
  type ArrayNode,
  child,
  itemsOf,
  type Node,
  property,
  type ScalarNode,
  stringOf,
  strings,
  toValue,
} from '../../syntax/node.ts';
import { parse } from '../../workspace/parse.ts';

function* read(document: Document): Generator<Suppression> {
  const list = property(parse(document).root, 'suppress');
  const entries = itemsOf(list?.valueNode);
  for (const entry of entries) {
    const reason = child(entry, 'reason');
    const files = strings(child(entry, 'files')).map(({ value }) => String(value));
    const rules = strings(child(entry, 'rules'));
    // The schema reports incomplete entries, which suppress nothing.
    if (files.length === 0 || rules.length === 0) continue;
    yield {
      range: entry.range,
      rules: rules.map((node) => suppressedRule(node, child(entry, 'rules'))),
      reason: stringOf(reason)?.trim() ?? '',
      ...(reason && { reasonRange: reason.range }),
      files,
      remove:
        entries.length === 1 && list
          ? json.removeProperty(document.text, list)
          : { range: withComma(entries, entry), newText: '' },
    };
  }
}

function suppressedRule(node: ScalarNode, list: Node | undefined): SuppressedRule {
  const items = itemsOf(list);
  const base = { id: String(node.value), range: node.inner };
  return items.length < 2 ? base : { ...base, remove: { range: withComma(items, node), newText: '' } };
}

/** Returns the range of an item with the comma and the spaces between it and its neighbour. */
function withComma(items: readonly Node[], item: Node) {
  const index = items.indexOf(item);
  const [previous, next] = [items[index - 1], items[index + 1]];
  if (next) return { start: item.range.start, end: next.range.start };
  return { start: previous?.range.end ?? item.range.start, end: item.range.end };
}

/** Returns the root if the text can be changed safely. */
function sound(document: Document) {
  const { root, problems } = parse(document);
  return problems.length === 0 && root?.type === 'object' ? root : undefined;
}

function addItem(text: string, list: ArrayNode, value: unknown): TextEdit {
  const [first] = list.items;
  const last = list.items.at(-1);
  const gap = text.slice(list.range.start + 1, first?.range.start);
  // A list on one line is formatted again, since it may have become too long for one.
  if (!first || !last || !gap.includes('\n')) return json.replaceValue(text, list, [...list.items.map(toValue), value]);
  const separator = gap.slice(gap.lastIndexOf('\n'));
  const at = last.range.end;
  return { range: { start: at, end: at }, newText: `,${separator}${json.write(text, value, first.range.start)}` };
}

/** The list `suppress` of `.plugboard.json`, and its map `rules`. */
export const suppressions: SuppressionFile = {
  name: '.plugboard.json',
  empty: '{\n}\n',
  read,
  add(document, { rule, file, reason }) {
    const root = sound(document);
    const list = child(root, 'suppress');
    const entry = { rules: [rule], files: [file], reason };
    if (!root || (list && list.type !== 'array')) return undefined;
    return list ? addItem(document.text, list, entry) : json.addProperty(document.text, root, 'suppress', [entry]);
  },
  turnOff(document, rule) {
    const root = sound(document);
    const rules = child(root, 'rules');
    if (!root || (rules && rules.type !== 'object')) return undefined;
    const level = child(rules, rule);
    if (level) return json.replaceValue(document.text, level, 'off');
    return rules
      ? json.addProperty(document.text, rules, rule, 'off')
      : json.addProperty(document.text, root, 'rules', { [rule]: 'off' });
  },
};
