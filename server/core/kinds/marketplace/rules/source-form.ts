import type { Fix, Problem } from '../../../base/text.ts';
import { join } from '../../../base/uri.ts';
import { isLeaving } from '../../../components/componentPaths.ts';
import type { Rule, RuleContext, WorkspaceView } from '../../../model.ts';
import type { ScalarNode } from '../../../syntax/node.ts';
import { entriesOf, isBare, pluginRootOf, topOf } from '../entries.ts';

/** A relative source begins with `./` and has no `..` or backslash. */
export const sourceForm: Rule = {
  id: 'marketplace/source-form',
  severity: 'error',
  source: ['code/marketplace-reference'],
  certainty: 'documented',
  impact: 'does-not-load',
  scope: 'workspace',
  *check(context) {
    const { document, root, edit } = context;
    const top = topOf(document.uri);
    for (const { source } of entriesOf(root)) {
      if (source?.type !== 'string') continue;
      const value = String(source.value);
      const elsewhere = remoteOf(value);
      if (elsewhere) {
        const message =
          'A string names a folder of the marketplace. Other sources must be objects; the plugin cannot be installed.';
        const title = `Change to a source of type \`${elsewhere.source}\``;
        yield { range: source.range, message, fixes: [{ title, edits: [edit.replace(source, elsewhere)] }] };
      } else if (isLeaving(value)) yield leaving(context, source, top);
      else if (!/^\.\/?$|^\.\//.test(value) || value.includes('\\')) {
        if (!isBare(value) || pluginRootOf(root) === undefined) yield unprefixed(context, source, top);
      }
    }
  },
};

function leaving({ workspace, edit }: RuleContext, node: ScalarNode, top: string): Problem {
  const meant = insideOf(String(node.value), workspace, top);
  return {
    range: node.range,
    message:
      'A source must be a folder inside the marketplace, relative to its root and without `..`. The plugin cannot be installed.',
    fixes: meant ? [{ title: `Change to \`${meant}\``, edits: [edit.replace(node, meant)] }] : [],
  };
}

function unprefixed({ root, workspace, edit }: RuleContext, node: ScalarNode, top: string): Problem {
  const value = String(node.value);
  const path = value.replaceAll('\\', '/').replace(/^(\.?\/)+/, '');
  const candidates = [path, `plugins/${path}`, `${pluginRootOf(root)?.replace(/^\.\/|\/$/g, '') ?? 'plugins'}/${path}`];
  const found = candidates.find((candidate) => path && workspace.file(join(top, candidate)));
  const isRepository = !found && /^[\w.-]+\/[\w.-]+$/.test(path) && !path.startsWith('plugins/');
  const github = { source: 'github', repo: path };
  const fixes: Fix[] = [
    ...(path
      ? [
          {
            title: `Change to \`./${found ?? path}\``,
            edits: [edit.replace(node, `./${found ?? path}`)],
            inFixAll: !isRepository,
          },
        ]
      : []),
    ...(isRepository ? [{ title: 'Change to a GitHub repository', edits: [edit.replace(node, github)] }] : []),
  ];
  const message = value.includes('\\')
    ? 'A source path must use `/`, not a backslash. On macOS and Linux the plugin cannot be installed.'
    : 'A source path must start with `./` and be relative to the marketplace’s root. The plugin cannot be installed.';
  return { range: node.range, message, fixes };
}

type Remote =
  | { readonly source: 'github'; readonly repo: string }
  | { readonly source: 'url' | 'archive'; readonly url: string };

/** Returns the source that a URL means. */
function remoteOf(value: string): Remote | undefined {
  const repo = /^github:([\w.-]+\/[\w.-]+)$/.exec(value)?.[1];
  if (repo) return { source: 'github', repo };
  if (/^https:\/\/\S+\.zip$/.test(value)) return { source: 'archive', url: value };
  return /^((https?|ssh|file|git):\/\/|git@)/.test(value) ? { source: 'url', url: value } : undefined;
}

/** Returns the intended path without `..`: the resolved path if it is inside and exists, otherwise the same path relative to the root. */
function insideOf(value: string, workspace: WorkspaceView, top: string): string | undefined {
  if (/^[~]|^[A-Za-z]:|\\/.test(value)) return undefined;
  const steps: string[] = [];
  for (const step of value.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  const path = steps.join('/');
  return path && workspace.file(join(top, path)) ? `./${path}` : undefined;
}
