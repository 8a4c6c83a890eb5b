/** Why the app refuses a program: it holds a quotation mark or a variable, starts with `~`, is on a share, or is a relative path. */
export type CommandProblem = 'quote' | 'variable' | 'home' | 'share' | 'relative';

/** What the app finds wrong with a program; undefined: nothing. A bare name (`npx`) and a local absolute path are right. Source: the app's own validator. */
export function commandProblem(command: string): CommandProblem | undefined {
  const text = command.trim();
  if (/"|^'/.test(text)) return 'quote';
  if (/%\w+%/.test(text) || text.startsWith('$')) return 'variable';
  if (text.startsWith('~')) return 'home';
  if (/^(\\\\|\/\/)/.test(text)) return 'share';
  return /^\.|(^|[\\/])\.\.([\\/]|$)/.test(text) ? 'relative' : undefined;
}

export const isAbsolute = (path: string): boolean => /^(\/|\\|[A-Za-z]:[/\\])/.test(path.trim());
