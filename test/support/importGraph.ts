import fs from 'node:fs';
import path from 'node:path';
import { root } from './root.ts';

function sources(folder: string): string[] {
  return fs
    .readdirSync(path.join(root, folder), { recursive: true })
    .map((name) => path.posix.join(folder, String(name).replaceAll('\\', '/')))
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts') && !name.includes('/generated/'));
}
/** All sources of the product, as paths relative to the project. */
export const files = [...sources('server'), ...sources('client')];

interface Import {
  /** A file relative to the project, or the name of a package. */
  readonly path: string;
  readonly external: boolean;
  /** Loaded on demand with `import()`. */
  readonly isLazy: boolean;
  /** Erased by the compiler. */
  readonly isType: boolean;
}
/** The text of a file. */
export const read = (file: string): string => fs.readFileSync(path.join(root, file), 'utf8');

/** `import … from`, `export … from`, `import '…'`; then `import('…')`. */
const statements =
  /^(?:import (?<type>type )?(?:[\w*{][^'";]*? from )?|export (?<exported>type )?(?:\*|\{[^}]*\})[^'";]*? from )'(?<from>[^']+)'/gm;
const calls = /\bimport\(\s*'([^']+)'\s*\)/g;

/** Returns the imports of a file from its text, including type-only imports. */
function importsOf(file: string): readonly Import[] {
  const text = read(file);
  const at = (from: string) => ({
    path: from.startsWith('.') ? path.posix.join(path.posix.dirname(file), from) : from,
    external: !from.startsWith('.'),
  });
  return [
    ...[...text.matchAll(statements)].map(({ groups: { type, exported, from = '' } = {} }) => ({
      ...at(from),
      isLazy: false,
      isType: (type ?? exported) !== undefined,
    })),
    ...[...text.matchAll(calls)].map(([, from = '']) => ({ ...at(from), isLazy: true, isType: false })),
  ];
}
/** The imports of every file, including type-only imports. */
export const everyImport = new Map(files.map((file) => [file, importsOf(file)]));
/** The imports of every file without type-only imports. */
export const graph = new Map(
  [...everyImport].map(([file, imports]) => [file, imports.filter(({ isType }) => !isType)]),
);

/** Returns the groups of files that import each other, directly or indirectly, types included (Tarjan's algorithm). */
export function circles(): string[][] {
  const found: string[][] = [];
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const visit = (file: string): number => {
    const number = order.size;
    order.set(file, number);
    lowest.set(file, number);
    open.push(file);
    const lower = (to: number) => lowest.set(file, Math.min(lowest.get(file) ?? to, to));
    for (const { path: to } of everyImport.get(file) ?? []) {
      if (!everyImport.has(to)) continue;
      if (!order.has(to)) lower(visit(to));
      else if (open.includes(to)) lower(order.get(to) ?? 0);
    }
    if (lowest.get(file) === number) {
      const circle = open.splice(open.indexOf(file));
      if (circle.length > 1) found.push(circle.sort());
    }
    return lowest.get(file) ?? number;
  };
  for (const file of files) if (!order.has(file)) visit(file);
  return found;
}
