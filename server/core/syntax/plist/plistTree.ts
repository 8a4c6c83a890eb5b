import type { TextRange } from '../../base/text.ts';
import type { ArrayNode, Mutable, Node, ObjectNode, PropertyNode, ScalarNode } from '../node.ts';
import type { SyntaxProblem } from '../syntax.ts';
import { replaceElement, unknownElement, wrongNumber } from './plistMessages.ts';
import type { XmlElement, XmlNames } from './xmlElement.ts';

type Parent = PropertyNode | ArrayNode | undefined;

export const plistNames: XmlNames = {
  texts: new Set(['key', 'string', 'integer', 'real', 'date', 'data']),
  containers: new Set(['plist', 'dict', 'array']),
  empty: new Set(['true', 'false']),
};
export const isValueElement = ({ name }: XmlElement): boolean => name !== 'key' && name !== 'plist';

/**
 * Returns the nodes of a property list's values. Violations of the rules of property lists, which are stricter than XML's, are
 * passed to `report`.
 */
export function plistValue(element: XmlElement, parent: Parent, report: (problem: SyntaxProblem) => void): Node {
  const { range, inner, name, text, stray, children } = element;
  if (stray)
    report({
      kind: 'break',
      range: stray,
      message: `Text is not allowed in \`<${name}>\`: put it into a \`<key>\` or \`<string>\`.`,
    });
  const scalar = (type: ScalarNode['type'], value: ScalarNode['value']): ScalarNode => {
    const own = type === 'string' ? inner : range;
    return { type, range, parent, value, inner: own };
  };
  switch (name) {
    case 'dict': {
      const node: Mutable<ObjectNode> = { type: 'object', range, parent, properties: [] };
      node.properties = pairs(element, node, report);
      return node;
    }
    case 'array': {
      const node: Mutable<ArrayNode> = { type: 'array', range, parent, items: [] };
      node.items = children.filter((child) => isItem(child, report)).map((child) => plistValue(child, node, report));
      return node;
    }
    case 'true':
    case 'false':
      if (text.trim() !== '' || children.length > 0)
        report({
          kind: 'break',
          range,
          message: `\`<${name}/>\` must be empty: with content between its tags, the file cannot be parsed.`,
          fix: { title: `Change to \`<${name}/>\``, edits: [replaceElement(element, `<${name}/>`)] },
        });
      return scalar('boolean', name === 'true');
    case 'integer':
    case 'real': {
      const value = numberOf(name, text);
      if (value !== undefined) return scalar('number', value);
      // Device management replaces placeholders with such characters.
      if (!/[{}$%<]/.test(text)) report(wrongNumber(element));
      return scalar('string', text);
    }
    case 'string':
      return scalar('string', text);
    case 'date':
    case 'data':
      return { ...scalar('string', text), element: name };
    default: {
      report(unknownElement(element));
      const word = text.trim().toLowerCase();
      return word === 'true' || word === 'false' ? scalar('boolean', word === 'true') : scalar('string', text);
    }
  }
}

function isItem(child: XmlElement, report: (problem: SyntaxProblem) => void): boolean {
  if (child.name === 'key')
    report({
      kind: 'break',
      range: child.range,
      message: 'A `<key>` is allowed only in a `<dict>`, not in an `<array>`.',
    });
  return isValueElement(child);
}

function pairs(dict: XmlElement, parent: ObjectNode, report: (problem: SyntaxProblem) => void): PropertyNode[] {
  const properties: PropertyNode[] = [];
  let waiting: Mutable<PropertyNode> | undefined;
  const reportWaiting = (): void => {
    if (waiting)
      report({
        kind: 'break',
        range: nonEmpty(waiting.keyNode.range, waiting.range),
        message: 'This key has no value: an element such as `<string>` must follow it.',
      });
  };
  for (const child of dict.children) {
    if (child.name === 'key') {
      reportWaiting();
      waiting = keyOf(child, parent);
      properties.push(waiting);
    } else if (waiting && isValueElement(child)) {
      waiting.valueNode = plistValue(child, waiting, report);
      waiting.range = { start: waiting.range.start, end: child.range.end };
      waiting = undefined;
    } else
      report({
        kind: 'break',
        range: child.opening,
        message: 'This value has no key: put a `<key>` with its name before it.',
      });
  }
  reportWaiting();
  return properties;
}

function keyOf({ range, inner, text }: XmlElement, parent: ObjectNode): Mutable<PropertyNode> {
  const keyNode: ScalarNode = { type: 'string', range: inner, parent: undefined, value: text, inner };
  return { type: 'property', range, parent, key: text, keyNode, valueNode: undefined };
}

const nonEmpty = (range: TextRange, otherwise: TextRange): TextRange => (range.end > range.start ? range : otherwise);

function numberOf(name: 'integer' | 'real', text: string): number | undefined {
  const word = text.trim();
  const isNumber = name === 'integer' ? /^[+-]?(?:\d+|0x[\da-f]+)$/i : /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;
  if (isNumber.test(word)) return word.startsWith('-') ? -Number(word.slice(1)) : Number(word.replace('+', ''));
  return name === 'real' && /^[+-]?(?:nan|inf(?:inity)?)$/i.test(word) ? Number.NaN : undefined;
}
