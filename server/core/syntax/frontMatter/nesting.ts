/** Deeper front matter comes from nobody who writes a skill. */
const deepest = 200;

/**
 * Whether a YAML text nests so deeply that reading it, which the yaml package does by recursion, could exhaust the stack. That
 * must not be tried: where V8 compiles a regular expression with the stack used up it ends the process instead of throwing.
 */
export function nestsTooDeep(yaml: string): boolean {
  if (/^[ \t?:-]{200}/m.test(yaml)) return true;
  let depth = 0;
  for (let i = 0; i < yaml.length; i++) {
    const code = yaml.charCodeAt(i);
    if (code === 91 || code === 123) depth++;
    else if (code === 93 || code === 125) depth = Math.max(0, depth - 1);
    if (depth > deepest) return true;
  }
  return false;
}
