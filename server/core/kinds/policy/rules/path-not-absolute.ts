import type { Rule } from '../../../model.ts';
import { textOf } from '../../../policy/providers.ts';
import { isPlaceholder, setAt } from '../../../policy/readValue.ts';

const paths = [
  'inferenceCredentialHelper',
  'inferenceCredentialHelperWindows',
  'inferenceBedrockAwsCliPath',
  'inferenceVertexCredentialsFile',
  'otlpHeadersHelper',
  'bootstrapHeadersHelper',
  'sshClientPath',
];

/** For the Vertex credentials file, its page says that `~` and variables are not substituted. */
export const pathNotAbsolute: Rule = {
  id: 'policy/path-not-absolute',
  severity: 'warning',
  source: ['desktop/configuration', 'cowork/vertex'],
  certainty: 'documented',
  impact: 'fails',
  scope: 'document',
  *check({ root, parsed }) {
    const format = parsed.container?.format;
    for (const key of paths) {
      const path = textOf(setAt(root, key));
      if (!path || isPlaceholder(path.text)) continue;
      const isPosix = /^\s*\//.test(path.text);
      const isWindows = /^\s*(\\|[A-Za-z]:[\\/])/.test(path.text);
      // Whether variables are substituted is unknown, except for the Vertex credentials file, where they are not.
      if (!isPosix && !isWindows && /[%$]/.test(path.text) && key !== 'inferenceVertexCredentialsFile') continue;
      const { range } = path.node;
      if (!isPosix && !isWindows) {
        const what = key === 'inferenceVertexCredentialsFile' ? 'file' : 'program';
        yield {
          range,
          message: `\`${key}\` must be an absolute path without \`~\` or variables: the app does not find this ${what}.`,
        };
      } else if (format === 'plist' && isWindows && key !== 'inferenceCredentialHelperWindows') {
        yield { range, message: 'This is a Windows path in a file for macOS. Use the path on macOS.' };
      } else if (format === 'registry' && isPosix) {
        const message = 'This is a macOS or Linux path in a file for Windows. Use the path on Windows.';
        yield { range, severity: 'hint', message };
      }
    }
  },
};
