import type { TextRange } from '../../base/text.ts';
import { child, itemsOf, type Node, type ObjectNode, type ScalarNode } from '../../syntax/node.ts';
import type { PathText } from '../shared/texts/pathChecks.ts';

/** The monitors of the file. Entries that are no objects are left to the schema. */
export const monitorsIn = (root: Node | undefined): ObjectNode[] =>
  itemsOf(root).filter((item): item is ObjectNode => item.type === 'object');

/** The commands of monitors; a shell reads them. */
export const commandsOf = (root: Node | undefined): PathText[] =>
  monitorsIn(root)
    .map((monitor) => child(monitor, 'command'))
    .filter((node): node is ScalarNode => node?.type === 'string')
    .map((node) => ({ node, form: 'shell' }));

export const onSkill = 'on-skill-invoke:';

/** A skill for which a monitor waits. */
export interface Awaited {
  /** As it is written: the name, or `<plugin>:<name>`. */
  readonly written: string;
  /** The bare name, and its letters. */
  readonly name: string;
  /** What stands before the name. */
  readonly plugin: string | undefined;
  readonly range: TextRange;
}

/** The skill for which a monitor waits, if it waits for one. */
export function awaitedSkill(monitor: ObjectNode): Awaited | undefined {
  const when = child(monitor, 'when');
  if (when?.type !== 'string') return undefined;
  const text = String(when.value);
  // With escapes in the text the letters cannot be counted.
  if (!text.startsWith(onSkill) || when.inner.end - when.inner.start !== text.length) return undefined;
  const written = text.slice(onSkill.length);
  const colon = written.indexOf(':');
  const name = written.slice(colon + 1);
  const plugin = colon < 0 ? undefined : written.slice(0, colon);
  return { written, name, plugin, range: { start: when.inner.end - name.length, end: when.inner.end } };
}
