import { join, parentOf } from '../../base/uri.ts';
import type { Document, PluginRoots, Reference } from '../../model.ts';
import { componentReferences } from '../markdown/references.ts';
import { agentFile, agentName, toolKeys } from './place.ts';

/** Yields the references of an agent. Its name is that of the front matter, otherwise the file's. */
export function references(document: Document, around: PluginRoots): Iterable<Reference> {
  const name = agentName(document);
  const { uri } = document;
  const files: Reference['files'] = (to) => [{ kind: 'rename', from: uri, to: join(parentOf(uri), `${to}.md`) }];
  const own = { symbolType: 'agent', name, ...(agentFile(document) === name && { files }) } as const;
  return componentReferences(document, around, own, { tools: toolKeys, skills: 'skills' });
}
