import { readArgs } from '../args.ts';
import { UsageError } from '../usage.ts';

export const help = `Usage: plugboard lsp --stdio

Starts the language server, which uses the Language Server Protocol over standard input and output.`;

/** Becomes the server, which is next to this program, also reads `--stdio`, and ends the process when its client requests it. */
export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArgs(args, { stdio: { type: 'boolean' } });
  if (!values.stdio || positionals.length > 0) {
    throw new UsageError('the language server needs --stdio: plugboard lsp --stdio');
  }
  await import(new URL('server.js', import.meta.url).href);
  return 0;
}
