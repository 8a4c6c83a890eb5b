import type { Rule } from '../../../model.ts';
import { child, stringOf } from '../../../syntax/node.ts';

const number = '(?:\\d+|[xX*])';
const version = `v?${number}(?:\\.${number}(?:\\.${number}(?:-[\\w.-]+)?(?:\\+[\\w.-]+)?)?)?`;
const comparator = `(?:(?:[<>]=?|=|\\^|~>?)\\s*)?${version}`;
const range = new RegExp(`^(?:${version}\\s+-\\s+${version}|${comparator}(?:\\s+${comparator})*|)$`);

/** Ranges are parted by `||`, each of them two ends with `-` between them, or comparators. None at all is any version. */
const isRange = (text: string): boolean => text.split('||').every((part) => range.test(part.trim()));

/** The validator refuses a text that is not a range of versions. */
export const engineRange: Rule = {
  id: 'plugin/engine-range',
  severity: 'error',
  source: ['claude-code-validator'],
  certainty: 'validator',
  impact: 'does-not-load',
  scope: 'document',
  *check({ root }) {
    const node = child(child(root, 'engines'), 'claude-code');
    const text = stringOf(node);
    if (!node || text === undefined || isRange(text)) return;
    yield {
      range: node.range,
      message: `\`${text}\` is not a version range, so the plugin fails to load. Write for example \`>=2.1.0\`.`,
    };
  },
};
