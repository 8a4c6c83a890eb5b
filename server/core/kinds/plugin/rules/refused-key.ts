import type { Problem } from '../../../base/text.ts';
import { optionMaps } from '../../../components/options.ts';
import type { Editor, Rule } from '../../../model.ts';
import type { Schema } from '../../../schema/schema.ts';
import { child, itemsOf, type Node, propertiesOf } from '../../../syntax/node.ts';
import { partProperties } from '../../shared/plugin/manifestSchema.ts';
import { userConfig } from '../../shared/plugin/userConfigSchema.ts';
import { unknownKeys } from '../../shared/unknownKeys.ts';

/** What is read strictly: a key too many costs the plugin. */
function* strict(root: Node | undefined): Generator<[Node | undefined, Schema, string]> {
  for (const map of optionMaps(root)) {
    for (const { valueNode } of propertiesOf(map))
      yield [valueNode, userConfig.additionalProperties ?? {}, 'an option'];
  }
  for (const each of itemsOf(child(root, 'channels'))) yield [each, partProperties.channels?.items ?? {}, 'a channel'];
}

function* refused(root: Node | undefined, edit: Pick<Editor, 'renameKey'>): Generator<Problem> {
  for (const [object, schema, what] of strict(root)) {
    yield* unknownKeys(object, schema, edit, `is not a known key of ${what}, so the plugin fails to load`);
  }
}

/** The validator ignores unknown keys elsewhere and refuses them here. */
export const refusedKey: Rule = {
  id: 'plugin/refused-key',
  severity: 'error',
  source: ['claude-code-validator'],
  certainty: 'validator',
  impact: 'does-not-load',
  scope: 'document',
  *check({ root, edit }) {
    for (const problem of refused(root, edit)) yield { ...problem, severity: 'error' };
  },
};
