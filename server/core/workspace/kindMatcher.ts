import picomatch from 'picomatch';
import { derived } from '../base/derived.ts';
import type { DocumentKind } from '../model.ts';

/** Matches paths with the globs of a kind, compiled once for all workspaces. */
const matcherOf = derived(({ files }: DocumentKind) => picomatch([...files], { dot: true }));

const lastName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
const extension = (name: string): string => name.slice(name.lastIndexOf('.'));

/** Returns the file name or the extensions that the last segment of a glob requires; undefined if it requires neither. */
function endsOf(glob: string): readonly string[] | undefined {
  const last = lastName(glob);
  if (/^[\w.-]+$/.test(last)) return [last];
  const [, one, several] = /^\*\.(?:(\w+)|\{([\w,]+)\})$/.exec(last) ?? [];
  return one !== undefined ? [`.${one}`] : several?.split(',').map((each) => `.${each}`);
}

/** For each name or extension, the indices of the kinds that require it; `any` holds those whose globs require neither. */
const index = derived((kinds: readonly DocumentKind[]) => {
  const any = new Set<number>();
  const of = new Map<string, Set<number>>();
  for (const [at, { files }] of kinds.entries()) {
    for (const ends of files.map(endsOf)) {
      if (!ends) any.add(at);
      for (const end of ends ?? []) of.set(end, (of.get(end) ?? new Set()).add(at));
    }
  }
  return { any, of };
});

/**
 * Returns those of `kinds` whose globs match a path, in their order. Most files of a workspace have a name that no kind
 * requires, so globs are tried only if the end of the path matches.
 */
export function kindsMatching(kinds: readonly DocumentKind[], path: string): readonly DocumentKind[] {
  const { any, of } = index(kinds);
  const name = lastName(path);
  const found = new Set([...any, ...(of.get(name) ?? []), ...(of.get(extension(name)) ?? [])]);
  if (found.size === 0) return [];
  return [...found]
    .sort((a, b) => a - b)
    .flatMap((at) => {
      const kind = kinds[at];
      return kind && matcherOf(kind)(path) ? [kind] : [];
    });
}
