import type { TextRange } from '../../../base/text.ts';
import type { Rule } from '../../../model.ts';
import { policyKeys } from '../../../policy/catalogue.ts';
import { registry } from '../../../syntax/registry/registry.ts';
import { type Hive, policyHive, writtenSections } from '../../../syntax/registry/registryPath.ts';
import type { RegistryValue } from '../../../syntax/syntax.ts';

export const registryType: Rule = {
  id: 'policy/registry-type',
  severity: 'error',
  source: ['desktop/mdm'],
  certainty: 'documented',
  impact: 'does-not-load',
  scope: 'document',
  *check({ document, parsed }) {
    for (const { path, values } of writtenSections(parsed)) {
      const hive = policyHive(path);
      for (const value of hive ? values : []) {
        const consequence = hive && consequenceOf(value, hive);
        if (!consequence) continue;
        const text = asText(value);
        yield {
          range: value.type === 'REG_DWORD' ? value.range : prefixOf(document.text, value.range),
          message: `${consequence} Write it as a quoted string (REG_SZ).`,
          ...(text !== undefined && {
            fixes: [
              {
                title: 'Write it as REG_SZ',
                edits: [{ range: value.range, newText: registry.write(document.text, text, value.range.start) }],
                inFixAll: true,
              },
            ],
          }),
        };
      }
    }
  },
};

const isStructured = (type: string): boolean => /\[\]|object/.test(type);

/** Returns the consequence for a value if it is not read because of its type. */
function consequenceOf({ type, name }: RegistryValue, hive: Hive): string | undefined {
  if (type === 'REG_EXPAND_SZ') {
    return hive === 'HKEY_LOCAL_MACHINE'
      ? 'The app does not read REG_EXPAND_SZ. Because the value is below HKEY_LOCAL_MACHINE, the policy in HKEY_CURRENT_USER is still ignored.'
      : 'The app does not read REG_EXPAND_SZ: this value has no effect.';
  }
  if (type === 'REG_QWORD' || type === 'REG_MULTI_SZ' || type === 'REG_BINARY') {
    return `The app does not read values of type ${type}: this one has no effect.`;
  }
  if (type !== 'REG_DWORD') return undefined;
  const of = policyKeys.get(name)?.type;
  if (of === undefined || of === 'boolean' || of === 'integer' || of === 'number') return undefined;
  return `\`${name}\` is ${isStructured(of) ? 'JSON' : 'a string'}; the app reads only booleans and integers from REG_DWORD.`;
}

/** Returns the value as the intended REG_SZ: lines become a list if the key is one. */
function asText({ type, name, text }: RegistryValue): string | undefined {
  if (type === 'REG_DWORD' || text === undefined) return undefined;
  if (type !== 'REG_MULTI_SZ') return text;
  if (policyKeys.get(name)?.type === 'string[]') return JSON.stringify(text === '' ? [] : text.split('\n'));
  return text.includes('\n') ? undefined : text;
}

/** Returns the range of `hex(2):` in the data. */
const prefixOf = (text: string, { start, end }: TextRange): TextRange => {
  const colon = text.indexOf(':', start);
  return { start, end: colon < 0 || colon >= end ? end : colon + 1 };
};
