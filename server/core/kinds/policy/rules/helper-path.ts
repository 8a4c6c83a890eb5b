import type { Rule } from '../../../model.ts';
import { textOf } from '../providers.ts';
import { isPlaceholder, setAt } from '../read.ts';

const helpers = [
  'inferenceCredentialHelper',
  'inferenceCredentialHelperWindows',
  'otlpHeadersHelper',
  'bootstrapHeadersHelper',
];

/** Source: https://claude.com/docs/third-party/claude-desktop/configuration: the absolute path of an executable. */
export const helperPath: Rule = {
  id: 'policy/helper-path',
  severity: 'warning',
  scope: 'document',
  *check({ root }) {
    for (const key of helpers) {
      const path = textOf(setAt(root, key));
      // Of variables nobody says whether they are filled in.
      if (!path || isPlaceholder(path.text) || /[%$]/.test(path.text)) continue;
      if (/^\s*(\/|\\\\|[A-Za-z]:[\\/])/.test(path.text)) continue;
      yield {
        range: path.node.range,
        message: `\`${key}\` takes the absolute path of a program, which the app runs as it stands. It does not find this one.`,
      };
    }
  },
};
