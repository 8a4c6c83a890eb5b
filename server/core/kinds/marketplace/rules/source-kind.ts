import { nearest } from '../../../base/suggest.ts';
import type { Fix } from '../../../base/text.ts';
import type { Editor, Rule } from '../../../model.ts';
import { child, type Node, stringOf } from '../../../syntax/node.ts';
import { entriesOf, kindOf } from '../entries.ts';
import { sourceKinds } from '../sourceSchema.ts';

/** `git`, `file` and `directory` are sources of marketplaces only. */
export const sourceKind: Rule = {
  id: 'marketplace/source-kind',
  severity: 'error',
  source: ['code/marketplace-reference'],
  certainty: 'documented',
  impact: 'does-not-load',
  scope: 'document',
  *check({ root, edit }) {
    for (const { source } of entriesOf(root)) {
      const kind = kindOf(source);
      const at = child(source, 'source');
      if (!source || !at || kind === undefined || sourceKinds.includes(kind)) continue;
      const known = sourceKinds.map((name) => `\`${name}\``).join(', ');
      yield {
        range: at.range,
        message: `\`${kind}\` is not a known source type, so the plugin is skipped. Expected one of ${known}, or a string for a folder of the marketplace.`,
        fixes: fixesOf(kind, source, at, edit),
      };
    }
  },
};

function fixesOf(kind: string, source: Node, at: Node, edit: Editor): Fix[] {
  const path = stringOf(child(source, 'path'));
  if (path && /^(local|file|directory|path|relative)$/.test(kind)) {
    const text = path.startsWith('./') ? path : `./${path}`;
    return [{ title: `Change to \`${text}\``, edits: [edit.replace(source, text)] }];
  }
  const meant = /^git$/i.test(kind) ? (path ? 'git-subdir' : 'url') : nearest(kind, sourceKinds);
  return meant ? [{ title: `Change to \`${meant}\``, edits: [edit.replace(at, meant)], inFixAll: true }] : [];
}
