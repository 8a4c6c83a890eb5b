import type { Fix, TextRange } from '../../../base/text.ts';
import type { Rule } from '../../../model.ts';
import { knownNames, policyKeys } from '../../../policy/catalogue.ts';
import { registry } from '../../../syntax/registry/registry.ts';
import { policyHive, writtenSections } from '../../../syntax/registry/registryPath.ts';
import type { RegistrySection } from '../../../syntax/syntax.ts';

export const registrySubkey: Rule = {
  id: 'policy/registry-subkey',
  severity: 'error',
  source: ['desktop/mdm'],
  certainty: 'documented',
  impact: 'no-effect',
  scope: 'document',
  *check({ document, parsed }) {
    for (const section of writtenSections(parsed)) {
      const { path, range, values } = section;
      const [own, name] = /^([^\\]+\\[^\\]+\\[^\\]+\\[^\\]+)\\(.+)$/.exec(path)?.slice(1) ?? [];
      if (!own || !name || !policyHive(own) || values.every(({ type }) => type === 'DELETE')) continue;
      const subkey = { start: range.start + own.length, end: range.end };
      const fix = listFix(document.text, section, subkey, name) ?? moveFix(section, subkey);
      yield {
        range: subkey,
        message: `The app does not read keys below \`Policies\\Claude\`, so these values have no effect. Set each policy key as a value directly under \`${own}\`.`,
        ...(fix ? { fixes: [fix] } : { severity: 'hint' as const }),
      };
    }
  },
};

/** Returns a fix for values named like keys of the app, which belong one level higher. */
function moveFix({ values }: RegistrySection, subkey: TextRange): Fix | undefined {
  if (!values.some(({ name }) => knownNames.has(name))) return undefined;
  return { title: 'Move the values to the parent key', edits: [{ range: subkey, newText: '' }] };
}

/** Returns a fix for values `1`, `2`, … under a list's name, which is how a template writes a list: they must be one JSON string. */
function listFix(text: string, { values }: RegistrySection, subkey: TextRange, name: string): Fix | undefined {
  const isList = policyKeys.get(name)?.type === 'string[]';
  const texts = values.map(({ type, text }) => (type === 'REG_SZ' ? text : undefined));
  const [first] = values;
  const last = values.at(-1);
  if (!isList || !first || !last || texts.includes(undefined) || !values.every((value) => /^\d+$/.test(value.name))) {
    return undefined;
  }
  const range = { start: first.nameRange.start, end: last.range.end };
  const newText = `"${name}"=${registry.write(text, texts, range.start)}`;
  return {
    title: 'Write the list as one value',
    edits: [
      { range: subkey, newText: '' },
      { range, newText },
    ],
  };
}
