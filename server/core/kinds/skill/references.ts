import { join, parentOf } from '../../base/uri.ts';
import type { Document, PluginRoots, Reference } from '../../model.ts';
import { commandTools } from '../markdown/commandKeys.ts';
import { componentReferences } from '../markdown/references.ts';
import { isInSkills, loads, skillName } from './place.ts';

/** Yields the references of a skill, which has the name of its folder. */
export function references(document: Document, around: PluginRoots): Iterable<Reference> {
  const folder = parentOf(document.uri);
  const files: Reference['files'] = (name) => [{ kind: 'rename', from: folder, to: join(parentOf(folder), name) }];
  const own = { symbolType: 'skill', name: skillName(document), ...(isInSkills(document) && { files }) } as const;
  return componentReferences(document, around, loads(document) ? own : undefined, {
    tools: commandTools,
    agent: 'agent',
  });
}
