import type { ValidationError } from './validate.ts';

/** Returns the JSON pointers of the values in which something else is wrong: a value inside them, or a missing key. */
export function pathsAround(errors: readonly ValidationError[]): ReadonlySet<string> {
  const paths = new Set<string>();
  for (const { instancePath, missingKey } of errors) {
    if (missingKey !== undefined) paths.add(instancePath);
    // If a path is known, so are those around it.
    for (let at = around(instancePath); at !== undefined && !paths.has(at); at = around(at)) paths.add(at);
  }
  return paths;
}

/** Returns the JSON pointer of the value that contains the one at `pointer`; undefined for the root. */
const around = (pointer: string): string | undefined =>
  pointer === '' ? undefined : pointer.slice(0, pointer.lastIndexOf('/'));
