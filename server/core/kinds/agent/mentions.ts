import { join, parentOf } from '../../base/uri.ts';
import type { Document, Mention, PluginRoots } from '../../model.ts';
import { componentMentions } from '../markdown/mentions.ts';
import { agentFile, agentName, toolKeys } from './place.ts';

/** An agent is called as its front matter says, else like its file. */
export function mentions(document: Document, around: PluginRoots): Iterable<Mention> {
  const name = agentName(document);
  const { uri } = document;
  const files: Mention['files'] = (to) => [{ kind: 'rename', from: uri, to: join(parentOf(uri), `${to}.md`) }];
  const own = { thing: 'agent', name, ...(agentFile(document) === name && { files }) } as const;
  return componentMentions(document, around, own, { tools: toolKeys, skills: 'skills' });
}
