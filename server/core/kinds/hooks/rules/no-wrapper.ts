import type { Rule } from '../../../model.ts';
import { type Node, propertiesOf, property, toValue } from '../../../syntax/node.ts';
import { hookEvents } from '../../shared/hooks/hookEvents.ts';

const rest = ['hooks', 'modules', 'description', '$schema'];

/** The events belong under `hooks`. The validator rejects any other file, and with it the plugin. */
export const noWrapper: Rule = {
  id: 'hooks/no-wrapper',
  isAboutFile: true,
  severity: 'error',
  source: ['code/plugins-reference', 'claude-code-validator'],
  certainty: 'documented',
  impact: 'does-not-load',
  scope: 'document',
  *check({ root, edit }) {
    if (root?.type === 'array') {
      const empty = root.items.length === 0;
      yield {
        range: { start: root.range.start, end: root.range.start + 1 },
        appliesTo: { hosts: ['claude-code'] },
        message:
          'This file must be an object. Claude Code refuses the whole plugin because of this list. Write `{ "hooks": { … } }`.',
        ...(empty && {
          fixes: [{ title: 'Change to `{ "hooks": {} }`', edits: [edit.replace(root, { hooks: {} })], inFixAll: true }],
        }),
      };
    }
    if (root?.type !== 'object' || property(root, 'hooks')) return;
    if (!property(root, 'modules') && isWithoutEvents(root)) {
      yield {
        range: { start: root.range.start, end: root.range.start + 1 },
        appliesTo: { hosts: ['claude-code'] },
        message: '`hooks` is missing, so Claude Code refuses the whole plugin. Write `{ "hooks": {} }`.',
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
    const misplaced = (consequence: string) => ({
      range: first.keyNode.range,
      message: `Events must be below \`hooks\` in this file: ${consequence}. Write \`{ "hooks": { … } }\`.`,
      fixes: [{ title: 'Put the events below `hooks`', edits: [edit.replace(root, value)], inFixAll: true }],
    });
    yield { ...misplaced('Claude Code refuses the whole plugin'), appliesTo: { hosts: ['claude-code'] } };
    yield { ...misplaced('no hook runs'), severity: 'warning', appliesTo: { hosts: ['desktop-3p'], mixed: 'off' } };
  },
};

const isWithoutEvents = (root: Node): boolean =>
  !propertiesOf(root).some(({ key, valueNode }) => Object.hasOwn(hookEvents, key) && valueNode?.type === 'array');
