import type { Fact } from '../fact.ts';
import type { Document } from '../model.ts';

/** Returns the uses of a plugin's options in a document, as facts `option-use`: `${user_config.KEY}`. */
export function optionUses({ text, kind }: Document): Fact[] {
  if (!kind.interpolations || !text.includes('${user_config.')) return [];
  return [...text.matchAll(/\$\{user_config\.(\w+)/g)].map(({ 0: match, 1: name = '', index }) => ({
    type: 'option-use',
    name,
    range: { start: index + match.length - name.length, end: index + match.length },
  }));
}
