import type { Problem, Severity, TextRange } from '../../../base/text.ts';
import { parentOf } from '../../../base/uri.ts';
import type { Rule, RuleContext } from '../../../model.ts';
import { child } from '../../../syntax/node.ts';
import { isMissing } from '../../shared/plugin/missing.ts';
import { bundlePath, ownPaths, startTexts } from '../manifest.ts';

/** Folders that a build fills before the bundle is packed. */
const built =
  /^(\.\/)?(dist|build|out|target|bin|lib|bundle|node_modules|\.?venv|server\/(lib|venv|node_modules))(\/|$)/;
const script = /\.(js|mjs|cjs|py|sh)$/i;

/** The format's tool does not pack a bundle whose main file or icon is missing. */
export const missingFile: Rule = {
  id: 'bundle/missing-file',
  severity: 'warning',
  source: ['mcpb/manifest', 'mcpb-tool'],
  certainty: 'documented',
  impact: 'fails',
  scope: 'workspace',
  *check(context) {
    const { document, root } = context;
    const named = new Set<string>();
    for (const node of ownPaths(root)) {
      const path = String(node.value);
      named.add(plain(path));
      const isNeeded = node === child(child(root, 'server'), 'entry_point') || node === child(root, 'icon');
      const result = isNeeded ? 'the bundle cannot be packed' : 'the image is not shown';
      yield* missing(context, path, node.inner, result);
    }
    for (const node of startTexts(root)) {
      const found = bundlePath(document, node);
      // Other arguments may be files that the server creates.
      if (!found || !script.test(found.path) || named.has(plain(found.path))) continue;
      yield* missing(context, found.path, found.range, 'the server does not start');
    }
  },
};

const plain = (path: string): string => path.replace(/^\.\//, '');

function* missing(
  { document, workspace }: RuleContext,
  path: string,
  range: TextRange,
  result: string,
): Generator<Problem> {
  const folder = parentOf(document.uri);
  if (path === '' || /^[/\\~]|[$*{}]|\.\./.test(path)) return;
  if (!isMissing(workspace, { uri: folder }, document.uri, path)) return;
  const [first = '', ...rest] = plain(path).split('/');
  const isMade = built.test(path) || (rest.length > 0 && !workspace.file(`${folder}/${first}`));
  const severity: Severity | undefined = isMade ? 'hint' : undefined;
  yield {
    range,
    ...(severity && { severity }),
    message: `There is no \`${plain(path)}\` next to this manifest, so ${result}. ${isMade ? 'Create it before packing.' : 'Add the file or correct the path.'}`,
  };
}
