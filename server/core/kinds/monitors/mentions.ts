import type { Document, Mention, PluginRoots } from '../../model.ts';
import { parse } from '../../workspace/parse.ts';
import { qualified } from '../shared/hooks/hookMentions.ts';
import { textMentions } from '../shared/mentions.ts';
import { awaitedSkill, commandsOf, monitorsIn } from './monitors.ts';

/** The skills that monitors wait for, and the scripts that they run. */
export function* mentions(document: Document, around: PluginRoots): Generator<Mention> {
  const { root } = parse(document);
  for (const monitor of monitorsIn(root)) {
    const awaited = awaitedSkill(monitor);
    if (awaited) yield qualified({ word: awaited.written, start: awaited.range.end - awaited.written.length }, 'skill');
  }
  yield* textMentions(document, around, commandsOf(root));
}
