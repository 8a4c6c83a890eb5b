import type { Rule } from '../../../model.ts';
import { textOf } from '../providers.ts';
import { isPlaceholder, setAt } from '../read.ts';

const paths = [
  'inferenceCredentialHelper',
  'inferenceCredentialHelperWindows',
  'inferenceBedrockAwsCliPath',
  'inferenceVertexCredentialsFile',
  'otlpHeadersHelper',
  'bootstrapHeadersHelper',
];

/** Sources: https://claude.com/docs/third-party/claude-desktop/configuration; of the file for Vertex its page says that `~` and variables are not filled in. */
export const pathNotAbsolute: Rule = {
  id: 'policy/path-not-absolute',
  severity: 'warning',
  scope: 'document',
  *check({ root }) {
    for (const key of paths) {
      const path = textOf(setAt(root, key));
      if (!path || isPlaceholder(path.text) || /^\s*(\/|\\\\|[A-Za-z]:[\\/])/.test(path.text)) continue;
      // Of variables in the other paths nobody says whether they are filled in.
      if (/[%$]/.test(path.text) && key !== 'inferenceVertexCredentialsFile') continue;
      yield {
        range: path.node.range,
        message: `\`${key}\` takes a path from the root on, as it stands, without \`~\` and variables: the app does not find this ${key === 'inferenceVertexCredentialsFile' ? 'file' : 'program'}.`,
      };
    }
  },
};
