import type { Problem } from '../base/text.ts';
import { atLeast } from '../base/version.ts';
import type { Target } from '../model.ts';
import { child, itemsOf, type Node, stringOf } from '../syntax/node.ts';
import { booleanAt } from './readValue.ts';

/** A value that was introduced after its key, and what older apps do with it. */
interface NewerValue {
  readonly key: string;
  readonly node: Node;
  readonly since: string;
  readonly before: string;
  /** Older apps allow users more. */
  readonly isLost?: true;
}

/** Fields of `claudeAiImport`, each with the app that introduced it. */
const importFields = { enabled: '1.28929.0', exportEnabled: '1.32352.0', automatic3pImport: '1.44121.1' };

function* valuesIn(root: Node | undefined): Generator<NewerValue> {
  const flow = child(root, 'inferenceFoundryAuthFlow');
  if (flow && stringOf(flow) === 'broker') {
    yield {
      key: 'inferenceFoundryAuthFlow',
      node: flow,
      since: '1.24012.0',
      before: 'older apps treat the key as unset',
    };
  }
  const fields = child(root, 'claudeAiImport');
  for (const [field, since] of Object.entries(importFields)) {
    const node = child(fields, field);
    if (node && booleanAt(fields, field) === true)
      yield { key: 'claudeAiImport', node, since, before: 'older apps ignore this field' };
  }
  for (const entry of itemsOf(child(root, 'allowedPluginMarketplaces'))) {
    const node = child(entry, 'credentialKind');
    if (node && stringOf(node) === 'inferenceCredential') {
      yield { key: 'allowedPluginMarketplaces', node, since: '1.32352.0', before: 'older apps do not know this value' };
    }
  }
  if (booleanAt(root, 'isClaudeCodeForDesktopEnabled') === false) return;
  for (const folder of itemsOf(child(root, 'allowedWorkspaceFolders'))) {
    const node = child(folder, 'mode');
    if (node && stringOf(node) === 'ro') {
      const before = 'in Code, older apps can still write to this folder';
      yield { key: 'allowedWorkspaceFolders', node, since: '1.26832.0', before, isLost: true };
    }
  }
}

/**
 * Yields problems for values that the minimum version does not know although it knows their keys.
 * Source: https://claude.com/docs/third-party/claude-desktop/configuration-changelog
 * @param isTold whether the key as a whole is already reported.
 */
export function* newerValues(
  root: Node | undefined,
  { minimumVersion }: Target,
  isTold: (key: string) => boolean,
): Generator<Problem> {
  for (const { key, node, since, before, isLost } of valuesIn(root)) {
    if (atLeast(minimumVersion, since) || isTold(key)) continue;
    yield {
      range: node.range,
      message: `This needs ${since}, your minimum is ${minimumVersion}: ${before}.`,
      ...(isLost && { severity: 'warning' }),
    };
  }
}
