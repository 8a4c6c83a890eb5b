import { nearest } from '../../../base/suggest.ts';
import type { Rule } from '../../../model.ts';
import { child, propertiesOf, property } from '../../../syntax/node.ts';
import { componentProperties } from '../../shared/plugin/componentSchema.ts';
import { unknownKeys } from '../../shared/unknownKeys.ts';
import { harmlessKeys, marketplaceKeys, retiredKeys } from '../keys.ts';
import { schema } from '../schema.ts';

const known = Object.keys(schema.properties ?? {});
/** Keys that only the directory reads, too short for suggestions. */
const minor = new Set(['icon', 'bugs', 'types', '$schema']);
/** Keys that other rules report or that need no report. */
const told: ReadonlySet<string> = new Set([...harmlessKeys, ...marketplaceKeys, ...retiredKeys]);

/** Unknown keys are ignored. The validator of Claude Code warns and makes suggestions in the same way. */
export const unknownKey: Rule = {
  id: 'plugin/unknown-key',
  severity: 'warning',
  source: ['code/plugins-reference', 'claude-code-validator'],
  certainty: 'documented',
  impact: 'no-effect',
  scope: 'document',
  *check({ root, edit }) {
    for (const found of propertiesOf(root)) {
      if (known.includes(found.key) || told.has(found.key)) continue;
      // Typos usually keep the first letter; without this condition, `events` would count as a typo of `agents`.
      const alike = known.filter((key) => key[0] === found.key[0]?.toLowerCase() && !minor.has(key));
      const near = nearest(found.key, alike);
      const meant = near !== undefined && !property(root, near) ? near : undefined;
      yield {
        range: found.keyNode.range,
        // Custom keys do no harm; the validator of Claude Code warns about them nevertheless.
        ...(!meant && { appliesTo: { hosts: ['claude-code'] } }),
        message: `\`${found.key}\` is unknown and is ignored.${meant ? ` Did you mean \`${meant}\`?` : ''}`,
        ...(meant && {
          fixes: [{ title: `Rename to \`${meant}\``, edits: [edit.renameKey(found, meant)], inFixAll: true }],
        }),
      };
    }
    const experimental = componentProperties.experimental ?? {};
    const what = 'is unknown below `experimental` and is ignored';
    for (const problem of unknownKeys(child(root, 'experimental'), experimental, edit, what)) {
      yield { ...problem, severity: 'warning', appliesTo: { hosts: ['claude-code'], elsewhere: 'hint' } };
    }
  },
};
