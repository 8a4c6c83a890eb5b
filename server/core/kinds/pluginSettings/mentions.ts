import type { Document, Mention, PluginRoots } from '../../model.ts';
import { child, type Node, type ScalarNode } from '../../syntax/node.ts';
import { parse } from '../../workspace/parse.ts';
import { qualified } from '../shared/hooks/hookMentions.ts';
import { textMentions, wordsIn } from '../shared/mentions.ts';

const isText = (node: Node | undefined): node is ScalarNode => node?.type === 'string';

/** The agent that runs as the main conversation, and the script of the status line. */
export function* mentions(document: Document, around: PluginRoots): Generator<Mention> {
  const { root } = parse(document);
  const agent = child(root, 'agent');
  if (isText(agent)) for (const word of wordsIn(document, agent, /^\S+$/g)) yield qualified(word, 'agent');
  const command = child(child(root, 'subagentStatusLine'), 'command');
  if (isText(command)) yield* textMentions(document, around, [{ node: command, form: 'shell' }]);
}
