import type { Fact } from '../../../fact.ts';
import {
  child,
  itemsOf,
  type Node,
  type ObjectNode,
  type PropertyNode,
  propertiesOf,
  type ScalarNode,
  stringOf,
} from '../../../syntax/node.ts';
import type { PathText } from '../texts/pathChecks.ts';
import { hookEvents } from './hookEvents.ts';

/** A handler of a hook, with its event and group. */
export interface Handler {
  readonly event: PropertyNode;
  readonly group: ObjectNode;
  readonly handler: ObjectNode;
}

const isObject = (node: Node): node is ObjectNode => node.type === 'object';
const isText = (node: Node | undefined): node is ScalarNode => node?.type === 'string';

/** Returns the groups of a map of hooks, with their events. */
export const groupsOf = (map: Node | undefined): { event: PropertyNode; group: ObjectNode }[] =>
  propertiesOf(map).flatMap((event) =>
    itemsOf(event.valueNode)
      .filter(isObject)
      .map((group) => ({ event, group })),
  );

/** Returns the handlers of a map of hooks. */
export const handlersOf = (map: Node | undefined): Handler[] =>
  groupsOf(map).flatMap(({ event, group }) =>
    itemsOf(child(group, 'hooks'))
      .filter(isObject)
      .map((handler) => ({ event, group, handler })),
  );

/** Whether a shell runs the handler's command. */
export const runsInShell = (handler: ObjectNode): boolean => child(handler, 'args') === undefined;

/** Returns the strings of handlers that name what they run. */
export function commandTexts(handlers: readonly Handler[]): PathText[] {
  return handlers.flatMap(({ handler }) => {
    const form = runsInShell(handler) ? 'shell' : 'argument';
    const texts = [child(handler, 'command'), ...itemsOf(child(handler, 'args'))];
    return texts.filter(isText).map((node) => ({ node, form }) as const);
  });
}

/** Returns the exact names in a matcher; none if it is a regular expression. */
export function matcherNames(group: ObjectNode): string[] {
  const matcher = stringOf(child(group, 'matcher')) ?? '';
  if (!/^[\w\- ,|]*$/.test(matcher)) return [];
  return matcher
    .split(/[|,]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** Returns the tools that hooks name exactly. */
export const hookFacts = (map: Node | undefined): Fact[] =>
  groupsOf(map).flatMap(({ event, group }) => {
    const matcher = child(group, 'matcher');
    if (!matcher || !Object.hasOwn(hookEvents, event.key) || !hookEvents[event.key]?.tool) return [];
    return matcherNames(group).map((name) => ({ type: 'tool-use', name, range: matcher.range, data: { by: 'hook' } }));
  });
