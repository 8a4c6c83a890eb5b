import type { Document, Mention, PluginRoots } from '../../model.ts';
import { commandTools } from '../markdown/commandKeys.ts';
import { componentMentions } from '../markdown/mentions.ts';
import { addressOf, commandName } from './place.ts';

/** A command is called like its file. */
export function mentions(document: Document, around: PluginRoots): Iterable<Mention> {
  const files: Mention['files'] = (name) => [{ kind: 'rename', from: document.uri, to: addressOf(document, name) }];
  const own = { thing: 'command', name: commandName(document), files } as const;
  return componentMentions(document, around, own, { tools: commandTools, agent: 'agent' });
}
