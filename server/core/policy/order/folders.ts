import { isObject } from './directions.ts';
import { compareParts, type Parts, partsBelow, type ValueDifference } from './places.ts';

/** Returns the differences of folders that both lists name, apart from their paths. */
export function compareFolders(parts: Parts, before: unknown, after: unknown): readonly ValueDifference[] {
  const [was, is] = [byPath(before), byPath(after)];
  const inside = partsBelow(parts, '[]');
  return [...is].flatMap(([path, folder]) => {
    const other = was.get(path);
    return other ? compareParts(inside, other, folder, `[${path}]`) : [];
  });
}

/** Returns the folders of a list by path; a string is a folder without other fields. */
const byPath = (value: unknown): Map<string, Readonly<Record<string, unknown>>> =>
  new Map(
    (Array.isArray(value) ? value : []).map((entry: unknown) => {
      const folder = isObject(entry) ? entry : { path: entry };
      return [String(folder.path), folder] as const;
    }),
  );
