import { pathIn } from '../core/index.ts';
import type { AmbiguousSource, Sources } from './sources.ts';

/** A side of a comparison, in the terms of the command line. */
export interface CommandSide {
  /** `tree`: a folder, current or in a revision. `policy`: a single policy or a profile. `other`: the command line cannot name it. */
  readonly is: 'tree' | 'policy' | 'other';
  /** The name of the side: `WORKTREE`, a revision, a profile or the path of a policy. */
  readonly word: string;
  readonly sources: Sources;
  readonly ambiguous: readonly AmbiguousSource[];
  readonly isThere: (uri: string) => boolean;
}

export interface ReproduceOptions {
  /** The URI of the folder in which the command is run. */
  readonly folder: string;
  /** Whether the user chose sources that the command line would not find by itself. */
  readonly isChosen: boolean;
  /** Options for both sides that name no sources. */
  readonly further: readonly string[];
}

/**
 * Returns the words of a command that prints the same comparison, or undefined if there is none: no command is better than one
 * with a different result.
 */
export function reproduce(
  before: CommandSide,
  after: CommandSide,
  { folder, isChosen, further }: ReproduceOptions,
): string | undefined {
  const sides = [before, after];
  if (sides.some(({ is }) => is === 'other')) return undefined;
  const isFound = !isChosen && sides.every(({ is, ambiguous }) => is === 'tree' && ambiguous.length === 0);
  const isLone = sides.some(({ is }) => is === 'policy');
  const words = sides.map((side) => (isLone && side.is === 'tree' ? policyWord(side, folder) : side.word));
  const options = isFound ? [] : sourceOptions(sides, folder, isLone);
  if (!options || words.includes(undefined)) return undefined;
  const named = words.flatMap((word) => word ?? []);
  return shellWords([
    'plugboard',
    'diff',
    ...(named[1] === worktreeWord ? named.slice(0, 1) : named),
    ...options,
    ...further,
  ]);
}

/** The name of the current folder's files when they are compared with a revision. */
export const worktreeWord = 'WORKTREE';

/** Next to a single policy, a tree must be reducible to a single policy too: options would add their policies to both sides. */
function policyWord({ sources, word }: CommandSide, folder: string): string | undefined {
  const [policy, ...others] = sources.policies;
  if (!policy) return sources.orgPlugins === undefined ? undefined : word;
  const file = policy.role === 'managed' && others.length === 0 ? pathIn(folder, policy.uri) : undefined;
  if (file === undefined) return undefined;
  return word === worktreeWord ? file : `${word}:./${file}`;
}

/** Returns the options that name the sources of both sides; undefined if that is not possible. */
function sourceOptions(sides: readonly CommandSide[], folder: string, isLone: boolean): string[] | undefined {
  const options: string[] = [];
  const all = isLone ? [] : sides.flatMap(({ sources }) => sources.policies);
  const policies = all.filter(({ uri }, i) => all.findIndex((other) => other.uri === uri) === i);
  // What is not named is looked for.
  if (!isLone && policies.length === 0) options.push('--policy', 'none');
  const isSame = sides.every(({ sources, isThere }) => {
    const told = policies.filter(({ uri }) => isThere(uri));
    return isLone || JSON.stringify(told) === JSON.stringify(sources.policies);
  });
  if (!isSame) return undefined;
  for (const { uri, role } of policies) {
    const file = pathIn(folder, uri);
    if (file === undefined) return undefined;
    options.push('--policy', role === 'managed' ? file : `${role}=${file}`);
  }
  for (const [option, key] of [
    ['--org-plugins', 'orgPlugins'],
    ['--user-config', 'userConfig'],
  ] as const) {
    const uris = [...new Set(sides.flatMap(({ sources }) => sources[key] ?? []))];
    const [uri] = uris;
    if (uri === undefined) {
      if (!isLone) options.push(option, 'none');
      continue;
    }
    const file = uri === folder ? '.' : pathIn(folder, uri);
    const isEqual = sides.every(({ sources, isThere }) => sources[key] === (isThere(uri) ? uri : undefined));
    if (uris.length > 1 || file === undefined || !isEqual) return undefined;
    options.push(option, file);
  }
  return options;
}

/** Joins words with the quoting that a shell requires. */
export const shellWords = (words: readonly string[]): string =>
  words.map((word) => (/^[\w./:=@^~-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`)).join(' ');
