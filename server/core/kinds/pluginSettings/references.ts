import type { Document, PluginRoots, Reference } from '../../model.ts';
import { child, type Node, type ScalarNode } from '../../syntax/node.ts';
import { parse } from '../../workspace/parse.ts';
import { qualified } from '../shared/hooks/hookReferences.ts';
import { textReferences, wordsIn } from '../shared/references.ts';

const isText = (node: Node | undefined): node is ScalarNode => node?.type === 'string';

/** Yields the agent that runs as the main conversation, and the script of the status line. */
export function* references(document: Document, around: PluginRoots): Generator<Reference> {
  const { root } = parse(document);
  const agent = child(root, 'agent');
  if (isText(agent)) for (const word of wordsIn(document, agent, /^\S+$/g)) yield qualified(word, 'agent');
  const command = child(child(root, 'subagentStatusLine'), 'command');
  if (isText(command)) yield* textReferences(document, around, [{ node: command, form: 'shell' }]);
}
