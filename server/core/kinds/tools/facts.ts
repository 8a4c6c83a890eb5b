import type { Fact } from '../../fact.ts';
import type { Document } from '../../model.ts';
import { child, itemsOf, type Node, propertiesOf, stringOf } from '../../syntax/node.ts';
import { parse } from '../../workspace/parse.ts';

const hintOf = (tool: Node, name: string): boolean | null => {
  const hint = child(child(tool, 'annotations'), name);
  return hint?.type === 'boolean' ? hint.value === true : null;
};

/** Yields all tools by the name of their server, and all servers whose tools are known, even if they have none. */
export function* facts(document: Document): Generator<Fact> {
  for (const { key, keyNode, valueNode } of propertiesOf(parse(document).root)) {
    if (valueNode?.type !== 'array') continue;
    yield { type: 'known-server', name: key, range: keyNode.inner };
    for (const tool of itemsOf(valueNode)) {
      const name = tool.type === 'string' ? tool : child(tool, 'name');
      if (name?.type !== 'string') continue;
      const data = {
        tool: String(name.value),
        description: stringOf(child(tool, 'description')) ?? null,
        readOnly: hintOf(tool, 'readOnlyHint'),
        destructive: hintOf(tool, 'destructiveHint'),
      };
      yield { type: 'known-tool', name: key, range: name.inner, data };
    }
  }
}
