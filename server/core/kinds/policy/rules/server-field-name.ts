import type { Editor } from '../../../model.ts';
import { type EntryFlaw, flawsOf } from '../../../policy/entry/flaw.ts';
import { fieldsOfVariant, oauthFields, type Variant, variantOf } from '../../../policy/entry/variant.ts';
import { meantField, nameOfServer } from '../../../policy/managedServers.ts';
import { child, type ObjectNode, type PropertyNode, propertiesOf, stringOf } from '../../../syntax/node.ts';
import type { EntryProblem, EntryRule } from '../entryRule.ts';

const kinds: Readonly<Record<Variant, string>> = {
  remote: 'a remote server',
  stdio: 'a stdio server',
  'policy-only': 'a `policy-only` entry',
  microsoft365: 'the built-in Microsoft 365 server',
  websearch: 'the built-in web search',
  github: 'the built-in GitHub server',
};
/** Fields whose absence has its own message, which then names the slip. */
const toldElsewhere = ['transport', 'url', 'command', 'customUrl'];
const neededBySchema = ['name', 'tenantId', 'clientId', 'provider'];
/** Old forms and fields that drop an entry have rules of their own. */
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
      if (meant && neededBySchema.includes(meant))
        yield { ...renamed(found, meant, edit), range: brace(entry), severity: 'error', ...missing(flaws, meant) };
      else if (meant && !toldElsewhere.includes(meant)) yield renamed(found, meant, edit);
      else if (!meant && isIgnored(entry, found.key, variant, flaws)) {
        yield {
          range: found.keyNode.range,
          message: `${nameOfServer(entry)} is ${kinds[variant]}: \`${found.key}\` is ignored.`,
          fixes: [{ title: `Remove \`${found.key}\``, edits: [edit.remove(found)] }],
        };
      }
    }
    const oauth = child(entry, 'oauth');
    // Without a client, or with `dcr`, such a field drops the entry: other rules say so.
    if (variant !== 'remote' || !stringOf(child(oauth, 'clientId')) || stringOf(child(oauth, 'mode')) === 'dcr') return;
    for (const found of propertiesOf(oauth)) {
      const meant = oauth?.type === 'object' && found.key !== 'scopes' && meantField(oauth, found, oauthFields);
      if (meant) yield renamed(found, meant, edit);
    }
  },
};

/** The flaw of the field that is missing because of a misspelled one. */
function missing(flaws: readonly EntryFlaw[], field: string): { readonly flaw?: EntryFlaw } {
  const flaw = flawsOf(flaws, 'missing-field', 'no-name').find(
    (f) => (f.code === 'no-name' ? 'name' : f.field) === field,
  );
  return flaw ? { flaw } : {};
}

/** Whether a field of another kind of server is ignored, and no other rule speaks of it. */
function isIgnored(entry: ObjectNode, key: string, variant: Variant, flaws: readonly EntryFlaw[]): boolean {
  if (!flawsOf(flaws, 'ignored-field').some(({ field }) => field === key)) return false;
  // An entry with the address of the other kind alone wants that kind: told with the missing one.
  const isAddress = key === 'url' || key === 'command';
  return !isAddress || child(entry, variant === 'remote' ? 'url' : 'command') !== undefined;
}

const renamed = (found: PropertyNode, meant: string, edit: Editor): EntryProblem => ({
  range: found.keyNode.range,
  message: `\`${found.key}\` is not read. Did you mean \`${meant}\`?`,
  fixes: [
    { title: `Rename to \`${meant}\``, edits: [edit.renameKey(found, meant)], inFixAll: isSame(found.key, meant) },
  ],
});

/** Whether two names differ in case and joints alone: then nobody needs to look. */
const isSame = (key: string, meant: string) => key.replaceAll(/[_-]/g, '').toLowerCase() === meant.toLowerCase();

/** Where the schema says that a field is missing: one mistake, one message. */
const brace = ({ range }: ObjectNode) => ({ start: range.start, end: Math.min(range.start + 1, range.end) });
