import type { Rule } from '../../../model.ts';
import { type Node, propertiesOf, property, toValue } from '../../../syntax/node.ts';
import { hookEvents } from '../../shared/hooks/hookEvents.ts';

const rest = ['hooks', 'modules', 'description', '$schema'];

/** Source: https://code.claude.com/docs/en/plugins-reference (`{ "hooks": { … } }`); the validator refuses the file, and with it the plugin. */
export const noWrapper: Rule = {
  id: 'hooks/no-wrapper',
  isAboutFile: true,
  severity: 'error',
  scope: 'document',
  *check({ root, target, edit }) {
    const strict = target.hosts.includes('claude-code');
    if (root?.type === 'array' && strict) {
      const empty = root.items.length === 0;
      yield {
        range: { start: root.range.start, end: root.range.start + 1 },
        message:
          'Claude Code reads an object here and refuses the whole plugin because of this list. Write `{ "hooks": { … } }`.',
        ...(empty && {
          fixes: [{ title: 'Change to `{ "hooks": {} }`', edits: [edit.replace(root, { hooks: {} })], inFixAll: true }],
        }),
      };
    }
    if (root?.type !== 'object' || property(root, 'hooks')) return;
    if (strict && !property(root, 'modules') && isWithoutEvents(root)) {
      yield {
        range: { start: root.range.start, end: root.range.start + 1 },
        message: 'Claude Code refuses the whole plugin because this file has no `hooks`. Write `{ "hooks": {} }`.',
        fixes: [{ title: 'Add `hooks`', edits: [edit.add(root, 'hooks', {})], inFixAll: true }],
      };
    }
    const events = propertiesOf(root).filter(({ key }) => !rest.includes(key));
    const first = events[0];
    if (!first || isWithoutEvents(root)) return;
    const others = propertiesOf(root).filter(({ key }) => rest.includes(key));
    const value = {
      ...Object.fromEntries(others.map(({ key, valueNode }) => [key, toValue(valueNode)])),
      hooks: Object.fromEntries(events.map(({ key, valueNode }) => [key, toValue(valueNode)])),
    };
    yield {
      range: first.keyNode.range,
      ...(!strict && { severity: 'warning' }),
      message: `Events stand below \`hooks\` in this file. As it is, ${strict ? 'Claude Code refuses the whole plugin' : 'no hook runs'}. Write \`{ "hooks": { … } }\`.`,
      fixes: [{ title: 'Put the events below `hooks`', edits: [edit.replace(root, value)], inFixAll: true }],
    };
  },
};

const isWithoutEvents = (root: Node): boolean =>
  !propertiesOf(root).some(({ key, valueNode }) => Object.hasOwn(hookEvents, key) && valueNode?.type === 'array');
