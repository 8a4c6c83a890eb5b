import type { Problem } from '../../../base/text.ts';
import type { Editor } from '../../../model.ts';
import { type EntryFlaw, flawsOf } from '../../../policy/entry/flaw.ts';
import { fieldsOfVariant, oauthFields, type Variant, variantOf } from '../../../policy/entry/variant.ts';
import { meantField } from '../../../policy/managedServers.ts';
import { child, type ObjectNode, type PropertyNode, propertiesOf, stringOf } from '../../../syntax/node.ts';
import type { EntryProblem, EntryRule } from '../entryRule.ts';

/** Fields whose absence has its own message, which then names the typo. */
const toldElsewhere = ['transport', 'url', 'command', 'customUrl'];
const neededBySchema = ['name', 'tenantId', 'clientId', 'provider'];
/** Old forms and fields that drop an entry have separate rules. */
const other = ['type', 'server', 'transport', 'scopes', 'authorityHost'];

/** Such a field is ignored, and the entry stays. */
export const serverFieldName: EntryRule = {
  id: 'policy/server-field-name',
  severity: 'warning',
  source: ['app-validator'],
  certainty: 'validator',
  impact: 'no-effect',
  *check(entry, { edit, flaws }): Generator<EntryProblem> {
    const variant = variantOf(entry);
    if (!variant) return;
    const known: readonly string[] = fieldsOfVariant[variant];
    for (const found of propertiesOf(entry)) {
      if (other.includes(found.key)) continue;
      const meant = meantField(entry, found, known);
      if (meant && neededBySchema.includes(meant)) yield missing(entry, flaws, meant, renamed(found, meant, edit));
      else if (meant && !toldElsewhere.includes(meant)) yield renamed(found, meant, edit);
      const ignored = meant ? undefined : ignoredField(entry, found.key, variant, flaws);
      if (ignored)
        yield {
          range: found.keyNode.range,
          flaw: ignored,
          fixes: [{ title: `Remove \`${found.key}\``, edits: [edit.remove(found)] }],
        };
    }
    const oauth = child(entry, 'oauth');
    // Without a client, or with `dcr`, such a field drops the entry, which other rules report.
    if (variant !== 'remote' || !stringOf(child(oauth, 'clientId')) || stringOf(child(oauth, 'mode')) === 'dcr') return;
    for (const found of propertiesOf(oauth)) {
      const meant = oauth?.type === 'object' && found.key !== 'scopes' && meantField(oauth, found, oauthFields);
      if (meant) yield renamed(found, meant, edit);
    }
  },
};

/** Reports a field that is missing because of a misspelled one, at the range at which the schema would report it. */
function missing(entry: ObjectNode, flaws: readonly EntryFlaw[], field: string, slip: Problem): EntryProblem {
  const { message, ...problem } = { ...slip, range: brace(entry), severity: 'error' as const };
  const flaw = flawsOf(flaws, 'missing-field', 'no-name').find(
    (each) => (each.code === 'no-name' ? 'name' : each.field) === field,
  );
  return flaw ? { ...problem, flaw, advice: message } : { ...problem, message };
}

/** Returns the flaw of an ignored field of another type of server; undefined if another rule reports it. */
function ignoredField(
  entry: ObjectNode,
  key: string,
  variant: Variant,
  flaws: readonly EntryFlaw[],
): EntryFlaw | undefined {
  // If an entry only has the URL or command of the other type, that type is intended; this is reported with the missing field.
  const isAddress = key === 'url' || key === 'command';
  if (isAddress && !child(entry, variant === 'remote' ? 'url' : 'command')) return undefined;
  return flawsOf(flaws, 'ignored-field').find(({ field }) => field === key);
}

const renamed = (found: PropertyNode, meant: string, edit: Editor): Problem => ({
  range: found.keyNode.range,
  message: `\`${found.key}\` is not read. Did you mean \`${meant}\`?`,
  fixes: [
    { title: `Rename to \`${meant}\``, edits: [edit.renameKey(found, meant)], inFixAll: isSame(found.key, meant) },
  ],
});

/** Whether two names differ only in case and separators, so that no review is needed. */
const isSame = (key: string, meant: string) => key.replaceAll(/[_-]/g, '').toLowerCase() === meant.toLowerCase();

/** Returns the range at which the schema reports a missing field: one mistake, one message. */
const brace = ({ range }: ObjectNode) => ({ start: range.start, end: Math.min(range.start + 1, range.end) });
