import type { Document, PluginRoots, Reference } from '../../../model.ts';
import { child, type Node, type ScalarNode } from '../../../syntax/node.ts';
import { rangeOf, textReferences, toolReferences, type Word, wordsIn } from '../references.ts';
import { commandTexts, groupsOf, handlersOf } from './handlers.ts';
import { hookEvents } from './hookEvents.ts';

const isText = (node: Node | undefined): node is ScalarNode => node?.type === 'string';

/** Yields what hooks name: tools, agents, commands and servers in matchers, scripts and options in commands, a server and its tool. */
export function* hookReferences(document: Document, around: PluginRoots, map: Node | undefined): Generator<Reference> {
  for (const { event, group } of groupsOf(map)) {
    const matcher = child(group, 'matcher');
    if (isText(matcher)) yield* matcherReferences(document, event.key, matcher);
  }
  const handlers = handlersOf(map);
  yield* textReferences(document, around, commandTexts(handlers));
  for (const { handler } of handlers) yield* calledTool(document, child(handler, 'server'), child(handler, 'tool'));
}

function* matcherReferences(document: Document, event: string, matcher: ScalarNode): Generator<Reference> {
  const { matches } = (Object.hasOwn(hookEvents, event) && hookEvents[event]) || {};
  // Words between the operators of a pattern; `.*` after the name of a server is not a tool.
  const words = wordsIn(document, matcher, /(?<![\w.*\\-])[A-Za-z\d][\w:-]*(?![\w*?+[\\-])/g);
  for (const word of matches ? words : []) {
    if (matches === 'tools') yield* toolReferences(word);
    if (matches === 'agents') yield qualified(word, 'agent');
    if (matches === 'commands') yield qualified(word, 'command');
    if (matches === 'servers') yield { symbolType: 'server', name: word.word, range: rangeOf(word), of: {} };
  }
}

/** Yields references for `plugin:name`, or a bare name. */
export function qualified({ word, start }: Word, symbolType: 'agent' | 'command' | 'skill'): Reference {
  const colon = word.indexOf(':');
  const name = word.slice(colon + 1);
  const range = rangeOf({ word: name, start: start + colon + 1 });
  return { symbolType, name, range, ...(colon >= 0 && { of: { plugin: word.slice(0, colon) } }) };
}

/** Yields references for `plugin:<plugin>:<server>` and one of its tools. */
function* calledTool(document: Document, server: Node | undefined, tool: Node | undefined): Generator<Reference> {
  if (!isText(server)) return;
  const [first] = wordsIn(document, server, /(?<=^plugin:)[^:]+(?=:)/g);
  const plugin = first?.word;
  const [own] = wordsIn(document, server, plugin === undefined ? /^.+$/g : /(?<![^:])[^:]+$/g);
  if (!own) return;
  const of = plugin === undefined ? {} : ({ layer: 'plugin', plugin } as const);
  if (first) yield { symbolType: 'plugin', name: first.word, range: rangeOf(first) };
  yield { symbolType: 'server', name: own.word, range: rangeOf(own), of };
  if (isText(tool))
    yield { symbolType: 'tool', name: String(tool.value), range: tool.inner, of: { ...of, server: own.word } };
}
