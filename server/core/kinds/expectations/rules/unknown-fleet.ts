import { nearest } from '../../../base/suggest.ts';
import { parentOf } from '../../../base/uri.ts';
import type { Rule } from '../../../model.ts';
import { child, itemsOf } from '../../../syntax/node.ts';

export const unknownFleet: Rule = {
  id: 'expectations/unknown-fleet',
  severity: 'error',
  source: ['plugboard'],
  certainty: 'documented',
  impact: 'no-effect',
  scope: 'workspace',
  *check({ document, root, workspace, edit }) {
    const all = workspace.facts('fleet').filter(({ uri }) => document.uri.startsWith(`${parentOf(uri)}/`));
    const names = [...new Set(all.map(({ fact }) => fact.name))];
    for (const entry of itemsOf(child(root, 'expect')))
      for (const node of itemsOf(child(entry, 'fleets'))) {
        if (node.type !== 'string' || names.includes(String(node.value))) continue;
        const near = nearest(String(node.value), names);
        yield {
          range: node.range,
          message: `No \`.plugboard.json\` of this folder has a fleet \`${String(node.value)}\`, so the expectation is not tested for it.${near ? ` Did you mean \`${near}\`?` : ''}`,
          ...(near && { fixes: [{ title: `Change to \`${near}\``, edits: [edit.replace(node, near)] }] }),
        };
      }
  },
};
