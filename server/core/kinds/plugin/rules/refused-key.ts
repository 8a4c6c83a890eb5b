import type { ManifestFlaw } from '../../../components/manifestFlaw.ts';
import { manifestFlawOpening } from '../../../components/manifestFlawSentences.ts';
import { keyFlaws } from '../../../components/manifestFlaws.ts';
import type { Rule } from '../../../model.ts';
import type { Schema } from '../../../schema/schema.ts';
import { partProperties } from '../../shared/plugin/manifestSchema.ts';
import { userConfig } from '../../shared/plugin/userConfigSchema.ts';
import { unknownKeyProblem } from '../../shared/unknownKeys.ts';

const schemas: Readonly<Record<ManifestFlaw<'option-key' | 'channel-key'>['code'], Schema>> = {
  'option-key': userConfig.additionalProperties ?? {},
  'channel-key': partProperties.channels?.items ?? {},
};

/** The validator ignores unknown keys elsewhere and rejects them here. */
export const refusedKey: Rule = {
  id: 'plugin/refused-key',
  severity: 'error',
  source: ['claude-code-validator'],
  certainty: 'validator',
  impact: 'does-not-load',
  scope: 'document',
  *check({ root, edit }) {
    for (const flaw of keyFlaws(root)) {
      const sentence = `${manifestFlawOpening(flaw)}, so the plugin fails to load`;
      yield { ...unknownKeyProblem(flaw.found, schemas[flaw.code], edit, sentence), severity: 'error' };
    }
  },
};
