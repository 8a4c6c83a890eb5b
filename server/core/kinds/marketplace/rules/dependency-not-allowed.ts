import { nearest } from '../../../base/suggest.ts';
import type { Problem } from '../../../base/text.ts';
import type { Editor, Rule } from '../../../model.ts';
import { child, type Node, stringOf, strings, toValue } from '../../../syntax/node.ts';
import { type Dependency, dependenciesOf } from '../dependencies.ts';
import { entriesOf } from '../entries.ts';

const key = 'allowCrossMarketplaceDependenciesOn';

/** Other marketplaces must be listed in `allowCrossMarketplaceDependenciesOn`. */
export const dependencyNotAllowed: Rule = {
  id: 'marketplace/dependency-not-allowed',
  severity: 'warning',
  source: ['code/marketplace-reference', 'code/dependencies'],
  certainty: 'documented',
  impact: 'fails',
  scope: 'document',
  *check({ root, edit }) {
    const entries = entriesOf(root);
    const names = new Set(entries.flatMap(({ name }) => name ?? []));
    const own = stringOf(child(root, 'name'));
    const allowed = new Set([own, ...strings(child(root, key)).map(({ value }) => String(value))]);
    for (const needed of entries.flatMap(({ node }) => dependenciesOf(node))) {
      const from = needed.marketplace?.name ?? own;
      const problem =
        from === own
          ? misspelled(needed, names, edit)
          : from !== undefined && !allowed.has(from)
            ? notAllowed(needed, from, root, edit)
            : undefined;
      if (problem) yield problem;
    }
  },
};

/** A plugin that is not listed is reported only if it is a near miss of one that is. */
function misspelled({ node, name, marketplace }: Dependency, names: Set<string>, edit: Editor): Problem | undefined {
  const near = names.has(name) ? undefined : nearest(name, names);
  if (!near) return undefined;
  const text = marketplace?.node === node ? `${near}@${marketplace.name}` : near;
  return {
    range: node.range,
    message: `This marketplace has no plugin \`${name}\`. Did you mean \`${near}\`?`,
    fixes: [{ title: `Change to \`${text}\``, edits: [edit.replace(node, text)] }],
  };
}

function notAllowed(
  { node, name, marketplace }: Dependency,
  from: string,
  root: Node | undefined,
  edit: Editor,
): Problem {
  const list = child(root, key);
  const all = [...strings(list).map(toValue), from];
  const edits = list ? [edit.replace(list, all)] : root?.type === 'object' ? [edit.add(root, key, all)] : [];
  return {
    range: marketplace?.node.range ?? node.range,
    message: `\`${name}\` comes from the marketplace \`${from}\`, which \`${key}\` does not allow, so it is not installed with the plugin.`,
    fixes: edits.length > 0 ? [{ title: `Allow \`${from}\``, edits }] : [],
  };
}
