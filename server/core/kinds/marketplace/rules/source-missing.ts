import { nearest } from '../../../base/suggest.ts';
import { nameOf, parentOf, pathIn } from '../../../base/uri.ts';
import type { Rule } from '../../../model.ts';
import { child } from '../../../syntax/node.ts';
import { isMissing } from '../../shared/plugin/missing.ts';
import { componentKeys } from '../components.ts';
import { entriesOf, localSource, topOf } from '../entries.ts';

/** A relative source is a folder of the marketplace. Other sources are checked only at installation. */
export const sourceMissing: Rule = {
  id: 'marketplace/source-missing',
  severity: 'warning',
  source: ['code/marketplace-reference'],
  certainty: 'documented',
  impact: 'fails',
  scope: 'workspace',
  *check({ document, root, workspace, edit }) {
    const top = topOf(document.uri);
    // Elsewhere it is unknown against which folder its sources are resolved.
    if (nameOf(parentOf(document.uri)) !== '.claude-plugin') return;
    for (const entry of entriesOf(root)) {
      const source = localSource(entry, root, top);
      const path = source && pathIn(top, source.folder);
      if (!path || !isMissing(workspace, { uri: top }, document.uri, path)) continue;
      const folders = workspace.list(parentOf(source.folder)).filter(({ type }) => type === 'directory');
      const near = nearest(
        nameOf(source.folder),
        folders.map(({ name }) => name),
      );
      const meant = near && source.value.replace(/(?<![^/])[^/]+(\/?)$/, `${near}$1`);
      // Inline servers need no folder to be installed.
      const isWhole = componentKeys.some((key) => child(entry.node, key)?.type === 'object');
      yield {
        range: source.node.range,
        ...(isWhole && { severity: 'hint' as const }),
        message: `The marketplace has no folder \`${path}\`, so this plugin cannot be installed. Add the folder or correct the path.`,
        fixes: meant ? [{ title: `Change to \`${meant}\``, edits: [edit.replace(source.node, meant)] }] : [],
      };
    }
  },
};
