import type { TextRange } from '../../base/text.ts';
import { child, itemsOf, type Node, type ObjectNode, type ScalarNode } from '../../syntax/node.ts';
import type { PathText } from '../shared/texts/pathChecks.ts';

/** Returns the monitors of the file. The schema reports entries that are not objects. */
export const monitorsIn = (root: Node | undefined): ObjectNode[] =>
  itemsOf(root).filter((item): item is ObjectNode => item.type === 'object');

/** Returns the commands of monitors, which a shell runs. */
export const commandsOf = (root: Node | undefined): PathText[] =>
  monitorsIn(root)
    .map((monitor) => child(monitor, 'command'))
    .filter((node): node is ScalarNode => node?.type === 'string')
    .map((node) => ({ node, form: 'shell' }));

export const onSkill = 'on-skill-invoke:';

/** A skill that starts a monitor. */
export interface Awaited {
  /** As it is written: the name, or `<plugin>:<name>`. */
  readonly written: string;
  /** The bare name and its range. */
  readonly name: string;
  /** The prefix before the name. */
  readonly plugin: string | undefined;
  readonly range: TextRange;
}

/** Returns the skill that starts a monitor, if there is one. */
export function awaitedSkill(monitor: ObjectNode): Awaited | undefined {
  const when = child(monitor, 'when');
  if (when?.type !== 'string') return undefined;
  const text = String(when.value);
  // If the string contains escapes, its offsets do not match the file.
  if (!text.startsWith(onSkill) || when.inner.end - when.inner.start !== text.length) return undefined;
  const written = text.slice(onSkill.length);
  const colon = written.indexOf(':');
  const name = written.slice(colon + 1);
  const plugin = colon < 0 ? undefined : written.slice(0, colon);
  return { written, name, plugin, range: { start: when.inner.end - name.length, end: when.inner.end } };
}
