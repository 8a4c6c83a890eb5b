import { deprecationCutoff, isAfter } from '../../../base/dates.ts';
import type { Rule } from '../../../model.ts';
import { decodeJson } from '../../../policy/decode.ts';
import { oldHeaders } from '../../../policy/headerTexts.ts';
import { isPlaceholder, setAt } from '../../../policy/readValue.ts';

const maps = ['inferenceCustomHeaders', 'otlpHeaders', 'otlpResourceAttributes'];

export const headerMapForm: Rule = {
  id: 'policy/header-map-form',
  severity: 'error',
  source: ['desktop/configuration-changelog'],
  certainty: 'documented',
  impact: 'does-not-load',
  tags: ['deprecated'],
  scope: 'document',
  *check({ root, edit, target }) {
    const isOver = isAfter(target.date, deprecationCutoff);
    for (const key of maps) {
      const node = setAt(root, key)?.valueNode;
      if (node?.type !== 'string' && node?.type !== 'array') continue;
      const decoded = decodeJson(node);
      if (decoded.is === 'value' && decoded.value.type === 'object') continue;
      if (node.type === 'string' && isPlaceholder(String(node.value))) continue;
      const what = key === 'otlpResourceAttributes' ? 'attributes' : 'headers';
      const headers = oldHeaders(decoded.is === 'value' ? decoded.value : node);
      yield {
        range: node.range,
        message: `\`${key}\` must be an object of header names and values. ${isOver ? `Since 2026-10-07 the app rejects a string or an array, so no ${what} are sent` : `A string or an array is read until 2026-10-07; after that, no ${what} are sent`}.`,
        ...(!isOver && { severity: 'warning' }),
        ...(headers && {
          fixes: [{ title: 'Convert to an object', edits: [edit.replace(node, headers)], inFixAll: true }],
        }),
      };
    }
  },
};
