import type { Document, PluginRoots, Reference } from '../../model.ts';
import { commandTools } from '../markdown/commandKeys.ts';
import { componentReferences } from '../markdown/references.ts';
import { addressOf, commandName } from './place.ts';

/** Yields the references of a command, which has the name of its file. */
export function references(document: Document, around: PluginRoots): Iterable<Reference> {
  const files: Reference['files'] = (name) => [{ kind: 'rename', from: document.uri, to: addressOf(document, name) }];
  const own = { symbolType: 'command', name: commandName(document), files } as const;
  return componentReferences(document, around, own, { tools: commandTools, agent: 'agent' });
}
