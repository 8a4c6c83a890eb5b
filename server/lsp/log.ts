import type { Connection } from 'vscode-languageserver';

/** Logs an error without its message, which may contain text of a document. */
export function logError(connection: Connection, what: string, error: unknown): void {
  const { name, stack } = error instanceof Error ? error : { name: typeof error, stack: '' };
  const frames = (stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  connection.console.error([`${what} failed: ${name}`, ...frames.slice(0, 8)].join('\n'));
}

/** Runs code for which no request waits; exceptions are logged. */
export function contain(connection: Connection, what: string, run: () => void): void {
  try {
    run();
  } catch (error) {
    logError(connection, what, error);
  }
}
