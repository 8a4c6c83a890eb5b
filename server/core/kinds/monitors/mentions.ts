import type { Document, Mention, PluginRoots } from '../../model.ts';
import { parse } from '../../parse.ts';
import { textMentions } from '../shared/mentions.ts';
import { awaitedSkill, commandsOf, monitorsIn } from './monitors.ts';

/** The skills that monitors wait for, and the scripts that they run. */
export function* mentions(document: Document, around: PluginRoots): Generator<Mention> {
  const { root } = parse(document);
  const plugin = around.pluginOf(document.uri)?.directory;
  for (const monitor of monitorsIn(root)) {
    const awaited = awaitedSkill(monitor);
    if (!awaited) continue;
    const { name, range } = awaited;
    // The skill is one of this plugin, with its name before it or without.
    yield { thing: 'skill', name, range, ...(plugin !== undefined && { of: { plugin } }) };
  }
  yield* textMentions(document, around, commandsOf(root));
}
