import picomatch from 'picomatch';
import { derived } from '../base/derived.ts';
import type { DocumentKind } from '../model.ts';

/** Matches paths with the globs of a kind, which are compiled once for all workspaces. */
const matcherOf = derived(({ files }: DocumentKind) => picomatch([...files], { dot: true }));

const lastName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
const extension = (name: string): string => name.slice(name.lastIndexOf('.'));

/** The extensions of the names that the last part of a glob matches; undefined where it does not say. */
function extensionsOf(glob: string): string[] | undefined {
  const [, one, several] = /\.(?:(\w+)|\{([\w,]+)\})$/.exec(lastName(glob)) ?? [];
  return one !== undefined ? [`.${one}`] : several?.split(',').map((each) => `.${each}`);
}

/** Extension → the kinds that have a glob for it, in their order; `any` are those that match names of any extension. */
const byExtension = derived((kinds: readonly DocumentKind[]) => {
  const known = new Map(kinds.map((kind) => [kind, kind.files.map(extensionsOf)]));
  const ofAny = ([, globs]: [DocumentKind, (string[] | undefined)[]]) => globs.includes(undefined);
  const all = new Set([...known.values()].flat(2));
  const kindsFor = (end: string) => [...known].filter((entry) => ofAny(entry) || entry[1].flat().includes(end));
  return {
    any: [...known].filter(ofAny).map(([kind]) => kind),
    of: new Map([...all].flatMap((end) => (end === undefined ? [] : [[end, kindsFor(end).map(([kind]) => kind)]]))),
  };
});

/**
 * Returns those of `kinds` that match a path by their globs, in their order. Most files of a workspace have an extension that no
 * kind asks for, so globs are tried only where it fits.
 */
export function kindsMatching(kinds: readonly DocumentKind[], path: string): readonly DocumentKind[] {
  const { any, of } = byExtension(kinds);
  return (of.get(extension(lastName(path))) ?? any).filter((kind) => matcherOf(kind)(path));
}
