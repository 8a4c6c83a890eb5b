import type { Rule } from '../../../model.ts';
import { child } from '../../../syntax/node.ts';
import { entriesOf, kindOf } from '../entries.ts';
import { keysOfSource } from '../sourceSchema.ts';

const forms = [
  { key: 'sha', form: /^[0-9a-f]{40}$/, what: 'a full commit SHA of 40 lower-case hexadecimal digits' },
  { key: 'sha256', form: /^[0-9a-fA-F]{64}$/, what: 'a full SHA-256 of 64 hexadecimal digits' },
] as const;

/** The validator rejects an entry with another form. */
export const pinForm: Rule = {
  id: 'marketplace/pin-form',
  severity: 'error',
  source: ['code/marketplace-reference', 'claude-code-validator'],
  certainty: 'documented',
  impact: 'does-not-load',
  scope: 'document',
  *check({ root, edit }) {
    for (const { source } of entriesOf(root)) {
      const known = keysOfSource(kindOf(source) ?? '') ?? [];
      for (const { key, form, what } of forms) {
        const node = child(source, key);
        if (!known.includes(key) || node?.type !== 'string' || form.test(String(node.value))) continue;
        const plain = String(node.value)
          .trim()
          .replace(/^sha256[:-]/i, '')
          .toLowerCase();
        const fixes = form.test(plain)
          ? [{ title: `Change to \`${plain}\``, edits: [edit.replace(node, plain)], inFixAll: true }]
          : [];
        yield { range: node.range, message: `\`${key}\` is ${what}. The plugin is skipped.`, fixes };
      }
    }
  },
};
