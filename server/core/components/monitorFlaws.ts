import { capitalised } from '../base/words.ts';
import { child, itemsOf, type Node, type PropertyNode, propertiesOf, type ScalarNode } from '../syntax/node.ts';

/** A flaw in a list of monitors, because of which Claude Code runs none of them. */
export type MonitorFlaw =
  | { readonly code: 'unknown-key'; readonly node: PropertyNode }
  /** A name that the earlier monitor `first` of the list has. */
  | { readonly code: 'same-name'; readonly node: ScalarNode; readonly first: ScalarNode };

/** The keys of a monitor. */
const keys: readonly string[] = ['name', 'command', 'description', 'when'];

/** Returns the flaws of a list's monitors, except values that do not match the schema. Source: the validator of Claude Code. */
export function* monitorFlaws(list: Node | undefined): Generator<MonitorFlaw> {
  const seen = new Map<string, ScalarNode>();
  for (const monitor of itemsOf(list)) {
    for (const node of propertiesOf(monitor)) if (!keys.includes(node.key)) yield { code: 'unknown-key', node };
    const name = child(monitor, 'name');
    if (name?.type !== 'string' || name.value === '') continue;
    const first = seen.get(String(name.value));
    if (first) yield { code: 'same-name', node: name, first };
    else seen.set(String(name.value), name);
  }
}

/** Returns what is wrong with a monitor, as a clause for users. */
export const monitorFlawSentence = (flaw: MonitorFlaw): string =>
  flaw.code === 'unknown-key'
    ? `\`${flaw.node.key}\` is not a key of a monitor`
    : `two monitors are named \`${flaw.node.value}\``;

/** Returns the same clause as the beginning of a message. */
export const monitorFlawOpening = (flaw: MonitorFlaw): string => capitalised(monitorFlawSentence(flaw));
