/** Depth limit: real front matter is far shallower. */
const deepest = 200;

/**
 * Whether a YAML text is nested so deeply that the recursive parser of the yaml package could overflow the stack. That cannot
 * be caught reliably: if V8 compiles a regular expression when the stack is exhausted, the process ends instead of throwing.
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
