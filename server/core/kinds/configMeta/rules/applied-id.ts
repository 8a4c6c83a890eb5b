import type { Rule } from '../../../model.ts';
import { child, itemsOf, stringOf } from '../../../syntax/node.ts';

const uuid = /^[a-f0-9-]{36}$/;

export const appliedId: Rule = {
  id: 'configMeta/applied-id',
  severity: 'hint',
  source: ['third-party'],
  certainty: 'third-party',
  impact: 'no-effect',
  scope: 'document',
  *check({ root, edit }) {
    const node = child(root, 'appliedId');
    const id = stringOf(node);
    if (!node || id === undefined || uuid.test(id)) return;
    const entries = itemsOf(child(root, 'entries'));
    const named = entries.filter((entry) => stringOf(child(entry, 'name')) === id);
    const ids = (named.length > 0 ? named : entries).flatMap((entry) => stringOf(child(entry, 'id')) ?? []);
    const [meant] = ids.filter((each) => uuid.test(each));
    yield {
      range: node.range,
      message: 'Not a valid UUID. The app is reported to ignore it since 1.7196: no local configuration is applied.',
      ...(meant &&
        ids.length === 1 && { fixes: [{ title: `Change to \`${meant}\``, edits: [edit.replace(node, meant)] }] }),
    };
  },
};
