/**
 * Why the app rejects a command: it contains a quotation mark or a variable, begins with `~`, is on a network share, or is a
 * relative path.
 */
export type CommandProblem = 'quote' | 'variable' | 'home' | 'share' | 'relative';

/**
 * Returns what is wrong with a command; undefined if nothing is. A bare name (`npx`) and a local absolute path are valid.
 * Source: the app's own validator.
 */
export function commandProblem(command: string): CommandProblem | undefined {
  const text = command.trim();
  if (/"|^'/.test(text)) return 'quote';
  if (/%\w+%/.test(text) || text.startsWith('$')) return 'variable';
  if (text.startsWith('~')) return 'home';
  if (/^(\\\\|\/\/)/.test(text)) return 'share';
  return /^\.|(^|[\\/])\.\.([\\/]|$)/.test(text) ? 'relative' : undefined;
}

export const isAbsolute = (path: string): boolean => /^(\/|\\|[A-Za-z]:[/\\])/.test(path.trim());
