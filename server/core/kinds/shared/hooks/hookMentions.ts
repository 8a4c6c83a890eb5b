import type { Document, Mention, PluginRoots } from '../../../model.ts';
import { child, type Node, type ScalarNode } from '../../../syntax/node.ts';
import { rangeOf, textMentions, toolMentions, type Word, wordsIn } from '../mentions.ts';
import { commandTexts, groupsOf, handlersOf } from './handlers.ts';
import { hookEvents } from './hookEvents.ts';

const isText = (node: Node | undefined): node is ScalarNode => node?.type === 'string';

/** What hooks name: tools, agents, commands and servers in matchers, scripts and options in commands, a server and its tool. */
export function* hookMentions(document: Document, around: PluginRoots, map: Node | undefined): Generator<Mention> {
  for (const { event, group } of groupsOf(map)) {
    const matcher = child(group, 'matcher');
    if (isText(matcher)) yield* matcherMentions(document, event.key, matcher);
  }
  const handlers = handlersOf(map);
  yield* textMentions(document, around, commandTexts(handlers));
  for (const { handler } of handlers) yield* calledTool(document, child(handler, 'server'), child(handler, 'tool'));
}

function* matcherMentions(document: Document, event: string, matcher: ScalarNode): Generator<Mention> {
  const { matches } = (Object.hasOwn(hookEvents, event) && hookEvents[event]) || {};
  // Words between the signs of a pattern; `.*` behind the name of a server is no tool.
  const words = wordsIn(document, matcher, /(?<![\w.*\\-])[A-Za-z\d][\w:-]*(?![\w*?+[\\-])/g);
  for (const word of matches ? words : []) {
    if (matches === 'tools') yield* toolMentions(word);
    if (matches === 'agents') yield qualified(word, 'agent');
    if (matches === 'commands') yield qualified(word, 'command');
    if (matches === 'servers') yield { thing: 'server', name: word.word, range: rangeOf(word), of: {} };
  }
}

/** `plugin:name`, or a name alone. */
export function qualified({ word, start }: Word, thing: 'agent' | 'command' | 'skill'): Mention {
  const colon = word.indexOf(':');
  const name = word.slice(colon + 1);
  const range = rangeOf({ word: name, start: start + colon + 1 });
  return { thing, name, range, ...(colon >= 0 && { of: { plugin: word.slice(0, colon) } }) };
}

/** `plugin:<plugin>:<server>` and a tool of it. */
function* calledTool(document: Document, server: Node | undefined, tool: Node | undefined): Generator<Mention> {
  if (!isText(server)) return;
  const [first] = wordsIn(document, server, /(?<=^plugin:)[^:]+(?=:)/g);
  const plugin = first?.word;
  const [own] = wordsIn(document, server, plugin === undefined ? /^.+$/g : /(?<![^:])[^:]+$/g);
  if (!own) return;
  const of = plugin === undefined ? {} : ({ layer: 'plugin', plugin } as const);
  if (first) yield { thing: 'plugin', name: first.word, range: rangeOf(first) };
  yield { thing: 'server', name: own.word, range: rangeOf(own), of };
  if (isText(tool))
    yield { thing: 'tool', name: String(tool.value), range: tool.inner, of: { ...of, server: own.word } };
}
