import { join, parentOf } from '../../base/uri.ts';
import type { Document, Mention, PluginRoots } from '../../model.ts';
import { commandTools } from '../markdown/commandKeys.ts';
import { componentMentions } from '../markdown/mentions.ts';
import { isInSkills, loads, skillName } from './place.ts';

/** A skill is called like its folder. */
export function mentions(document: Document, around: PluginRoots): Iterable<Mention> {
  const folder = parentOf(document.uri);
  const files: Mention['files'] = (name) => [{ kind: 'rename', from: folder, to: join(parentOf(folder), name) }];
  const own = { thing: 'skill', name: skillName(document), ...(isInSkills(document) && { files }) } as const;
  return componentMentions(document, around, loads(document) ? own : undefined, {
    tools: commandTools,
    agent: 'agent',
  });
}
