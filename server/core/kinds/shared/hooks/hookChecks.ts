import { nearest } from '../../../base/suggest.ts';
import type { Problem } from '../../../base/text.ts';
import type { Document, Editor } from '../../../model.ts';
import { claudeCodeOnlyNames, knownBuiltinNames } from '../../../policy/builtinTools.ts';
import { child, type Node, propertiesOf, property, stringOf } from '../../../syntax/node.ts';
import { wordsIn } from '../references.ts';
import { groupsOf, handlersOf, matcherNames } from './handlers.ts';
import { type HookEvent, hookEvents } from './hookEvents.ts';

const eventOf = (name: string): HookEvent | undefined =>
  Object.hasOwn(hookEvents, name) ? hookEvents[name] : undefined;

/** Reports unknown events. */
export function* unknownEvents(map: Node | undefined, edit: Pick<Editor, 'renameKey'>): Generator<Problem> {
  for (const property of propertiesOf(map)) {
    // `hooks` inside `hooks` is reported separately.
    if (eventOf(property.key) || property.key === 'hooks') continue;
    const near = nearest(property.key, Object.keys(hookEvents));
    yield {
      range: property.keyNode.range,
      message: `Unknown event \`${property.key}\`, so these hooks never run.${near ? ` Did you mean \`${near}\`?` : ''}`,
      ...(near && { fixes: [{ title: `Change to \`${near}\``, edits: [edit.renameKey(property, near)] }] }),
    };
  }
}

const eventsOfStart = ['SessionStart', 'Setup'];
const notAtStart = ['http', 'prompt', 'agent'];

/** Reports handlers that do not run on their event. */
export function* unfitHandlers(map: Node | undefined): Generator<Problem> {
  for (const { event, handler } of handlersOf(map)) {
    const type = child(handler, 'type');
    const value = stringOf(type);
    if (!type || value === undefined || !eventsOfStart.includes(event.key) || !notAtStart.includes(value)) continue;
    yield {
      range: type.range,
      message: `\`${event.key}\` runs only \`command\` and \`mcp_tool\` hooks: this \`${value}\` hook does not run. Use a \`command\`.`,
    };
  }
}

/** Reports conditions on events that are not about a tool. */
export function* idleConditions(map: Node | undefined, edit: Pick<Editor, 'remove'>): Generator<Problem> {
  for (const { event, handler } of handlersOf(map)) {
    const condition = property(handler, 'if');
    const known = eventOf(event.key);
    // Whether a batch of tools counts as a tool event is not documented.
    if (condition?.valueNode?.type !== 'string' || !known || known.tool || event.key === 'PostToolBatch') continue;
    yield {
      range: condition.keyNode.range,
      message: `\`if\` applies to tool calls, but \`${event.key}\` has none, so the hook never runs. Remove it.`,
      fixes: [{ title: 'Remove `if`', edits: [edit.remove(condition)] }],
    };
  }
}

/** Reports matchers on events that have nothing to match. */
export function* idleMatchers(map: Node | undefined, edit: Pick<Editor, 'remove'>): Generator<Problem> {
  for (const { event, group } of groupsOf(map)) {
    const matcher = property(group, 'matcher');
    const known = eventOf(event.key);
    if (!matcher || !known || known.matches) continue;
    if (matcher.valueNode && !['string', 'null'].includes(matcher.valueNode.type)) {
      yield {
        range: matcher.valueNode.range,
        severity: 'warning',
        message: `\`matcher\` must be a string. Because of this value Claude Code ignores the whole entry, although \`${event.key}\` has nothing to match.`,
        fixes: [{ title: 'Remove `matcher`', edits: [edit.remove(matcher)] }],
      };
      continue;
    }
    if (/^\*?$/.test(stringOf(matcher.valueNode) ?? '')) continue;
    yield {
      range: matcher.keyNode.range,
      message: `\`${event.key}\` has nothing to match, so the matcher is ignored and the hooks always run.`,
      fixes: [{ title: 'Remove `matcher`', edits: [edit.remove(matcher)] }],
    };
  }
}

/** Returns the matchers that are compared with names of tools. */
export const toolMatchers = (map: Node | undefined) =>
  groupsOf(map).flatMap(({ event, group }) => {
    const matcher = child(group, 'matcher');
    return matcher?.type === 'string' && eventOf(event.key)?.tool ? [{ group, matcher }] : [];
  });

/** Reports names of servers where names of tools are compared. */
export function* serverMatchers(document: Document, map: Node | undefined): Generator<Problem> {
  for (const { group, matcher } of toolMatchers(map)) {
    for (const name of matcherNames(group)) {
      if (!/^mcp__((?!__).)+$/.test(name)) continue;
      const text = document.text.slice(matcher.inner.start, matcher.inner.end);
      const written = [...text.matchAll(/[^|,]+/g)].find(([each]) => each.trim() === name);
      if (!written) continue;
      const start = matcher.inner.start + written.index + written[0].indexOf(name);
      const range = { start, end: start + name.length };
      yield {
        range,
        message: `\`${name}\` is the name of a server, not of a tool, so it matches nothing. Write \`${name}__.*\` for all of its tools.`,
        fixes: [{ title: `Change to \`${name}__.*\``, edits: [{ range, newText: `${name}__.*` }] }],
      };
    }
  }
}

const tools = [...new Set([...knownBuiltinNames, ...claudeCodeOnlyNames])];

/** Reports patterns that also match the end of another tool's name. */
export function* looseMatchers(document: Document, map: Node | undefined): Generator<Problem> {
  for (const { matcher } of toolMatchers(map)) {
    const named = String(matcher.value).split('|');
    for (const { word, start } of wordsIn(document, matcher, /(?<=^|\|)[A-Za-z]+(?=\.\*(?:$|\|))/g)) {
      const more = tools.filter((name) => name.includes(word) && !name.startsWith(word) && !named.includes(name));
      if (more.length === 0) continue;
      const range = { start, end: start + word.length };
      yield {
        range,
        message: `A pattern may match anywhere in a name, so this one also matches \`${more[0]}\`. Start it with \`^\` to match only the beginning.`,
        fixes: [{ title: `Change to \`^${word}\``, edits: [{ range, newText: `^${word}` }] }],
      };
    }
  }
}
