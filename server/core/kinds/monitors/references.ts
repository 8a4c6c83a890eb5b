import type { Document, PluginRoots, Reference } from '../../model.ts';
import { parse } from '../../workspace/parse.ts';
import { qualified } from '../shared/hooks/hookReferences.ts';
import { textReferences } from '../shared/references.ts';
import { awaitedSkill, commandsOf, monitorsIn } from './monitors.ts';

/** Yields the skills that start monitors, and the scripts that monitors run. */
export function* references(document: Document, around: PluginRoots): Generator<Reference> {
  const { root } = parse(document);
  for (const monitor of monitorsIn(root)) {
    const awaited = awaitedSkill(monitor);
    if (awaited) yield qualified({ word: awaited.written, start: awaited.range.end - awaited.written.length }, 'skill');
  }
  yield* textReferences(document, around, commandsOf(root));
}
