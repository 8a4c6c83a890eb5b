import { nearest } from '../../../base/suggest.ts';
import type { Fix, Problem } from '../../../base/text.ts';
import type { Editor, Rule } from '../../../model.ts';
import {
  child,
  type Node,
  type PropertyNode,
  propertiesOf,
  property,
  stringOf,
  toValue,
} from '../../../syntax/node.ts';
import { entriesOf, kindOf } from '../entries.ts';
import { keysOfSource } from '../sourceSchema.ts';

/** Common wrong names for the keys of a source. */
const meanings: Readonly<Record<string, string>> = {
  commit: 'sha',
  rev: 'sha',
  revision: 'sha',
  hash: 'sha',
  branch: 'ref',
  tag: 'ref',
  repository: 'repo',
  subdir: 'path',
  subdirectory: 'path',
  directory: 'path',
  name: 'package',
  checksum: 'sha256',
  digest: 'sha256',
};

/** Each kind has its own keys; the validator of Claude Code ignores others. */
export const sourceExtraKey: Rule = {
  id: 'marketplace/source-extra-key',
  severity: 'warning',
  source: ['code/marketplace-reference'],
  certainty: 'documented',
  impact: 'no-effect',
  scope: 'document',
  *check({ root, edit }) {
    for (const { source } of entriesOf(root)) {
      const kind = kindOf(source);
      const known = kind === undefined ? undefined : keysOfSource(kind);
      if (!source || kind === undefined || !known) continue;
      for (const found of propertiesOf(source)) {
        if (!known.includes(found.key)) yield problemOf(found, source, kind, known, edit);
      }
    }
  },
};

function problemOf(found: PropertyNode, source: Node, kind: string, known: readonly string[], edit: Editor): Problem {
  const { key, keyNode } = found;
  const range = keyNode.range;
  const subdir = ['path', 'subdir', 'subdirectory', 'directory'].includes(key) && subdirOf(found, source, kind);
  if (subdir) {
    const fix: Fix = { title: 'Change to `git-subdir`', edits: [edit.replace(source, subdir)] };
    const message = `A source of type \`${kind}\` is a whole repository, so \`${key}\` has no effect. Use \`git-subdir\` for a folder of a repository.`;
    return { range, message, fixes: [fix] };
  }
  const word = meanings[key.toLowerCase()];
  const near = word && known.includes(word) ? word : nearest(key, known);
  if (!near || property(source, near))
    return {
      range,
      severity: 'hint',
      message: `A source of type \`${kind}\` has no key \`${key}\`, so it has no effect.`,
    };
  return {
    range,
    message: `A source of type \`${kind}\` has no key \`${key}\`, so it has no effect. Did you mean \`${near}\`?`,
    fixes: [{ title: `Rename to \`${near}\``, edits: [edit.renameKey(found, near)], inFixAll: true }],
  };
}

/** Returns the equivalent source of the kind `git-subdir`. */
function subdirOf({ valueNode }: PropertyNode, source: Node, kind: string): object | undefined {
  const path = stringOf(valueNode);
  const repo = stringOf(child(source, 'repo'));
  const url = kind === 'github' ? repo && `https://github.com/${repo}.git` : stringOf(child(source, 'url'));
  if (!path || !url || (kind !== 'github' && kind !== 'url')) return undefined;
  const kept = ['ref', 'sha'].flatMap((name) => (child(source, name) ? [[name, toValue(child(source, name))]] : []));
  return { source: 'git-subdir', url, path, ...Object.fromEntries(kept) };
}
