#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8';
import { complain } from './terminal.ts';
import { UsageError } from './usage.ts';

declare const PLUGBOARD_VERSION: string;

/** A command takes its arguments and returns its exit code. */
interface Command {
  readonly help: string;
  run(args: readonly string[]): Promise<number>;
}

const commands: Readonly<Record<string, () => Promise<Command>>> = {
  check: () => import('./commands/check.ts'),
  test: () => import('./commands/test.ts'),
  effective: () => import('./commands/effective.ts'),
  diff: () => import('./commands/diff.ts'),
  doctor: () => import('./commands/doctor.ts'),
  convert: () => import('./commands/convert.ts'),
  profile: () => import('./commands/profile.ts'),
  surfaces: () => import('./commands/surfaces.ts'),
  rules: () => import('./commands/rules.ts'),
  tools: () => import('./commands/tools.ts'),
  lsp: () => import('./commands/lsp.ts'),
};

const help = `Plugboard: plugins and policy for Claude Cowork

Usage: plugboard COMMAND [options]

  check [PATH…]      find mistakes in plugins and policies
  test [PATH…]       test what must hold: *.expect.json files, for every fleet of .plugboard.json
  effective [PATH]   print the effective tools: what each may do, and which line decides
  doctor             say what is in force on this computer, or on a copy of one, and what is ignored
  diff OLD [NEW]     show what changes in the effective tools between revisions, folders or policies
  convert FILE       write a policy in another format: JSON, profile, property list, registry, Linux
  profile [NAME]     start a policy from a profile, or show how one differs from it
  surfaces [PLUGIN…] print which parts of a plugin work where, and since which app
  rules [ID]         list the rules, or print the page of one
  tools SERVER       ask a server which tools it has, after showing how
  lsp --stdio        the language server, for any editor

plugboard COMMAND --help describes each. Exit codes: 0 no problems, 1 problems, 2 wrong usage or unreadable input.`;

async function run([name, ...args]: readonly string[]): Promise<number> {
  if (name === '--version' || name === '-v' || name === '-V') return say(PLUGBOARD_VERSION);
  if (name === 'help' && args[0] !== undefined) return run([args[0], '--help']);
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    if (name === undefined)
      throw new UsageError(
        'name a command: check, test, effective, doctor, diff, convert, profile, surfaces, rules, tools or lsp (see plugboard --help)',
      );
    return say(help);
  }
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!load) throw new UsageError((await import('./misspelled.ts')).unknownCommand(name, Object.keys(commands)));
  if (name !== 'lsp') optimiseLate();
  const command = await load();
  return args.includes('--help') || args.includes('-h') ? say(command.help) : command.run(args);
}

/**
 * Makes V8 optimise a function only after it has executed 1 MB of bytecode, instead of 132 KB. Most commands end before
 * optimised code has saved the time that its compilation takes: with the default, that is a third of the time of `check`.
 * Only Node 20 has this flag. Later ones would print an error, and they optimise late by themselves.
 */
function optimiseLate(): void {
  if (process.versions.node.startsWith('20.')) setFlagsFromString('--interrupt-budget=1000000');
}

function say(text: string): number {
  process.stdout.write(`${text}\n`);
  return 0;
}

// Parsers create thousands of errors that are never printed; collecting stack traces takes time.
if (!process.env.PLUGBOARD_DEBUG) Error.stackTraceLimit = 0;
// The reader of our output may stop early, as `head` does.
process.stdout.on('error', () => process.exit(process.exitCode ?? 0));
try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  const stack = process.env.PLUGBOARD_DEBUG && error instanceof Error ? error.stack : undefined;
  const message =
    error instanceof UsageError
      ? error.message
      : `unexpected error (${error instanceof Error ? error.name : typeof error}); set PLUGBOARD_DEBUG=1 for details`;
  complain(message);
  if (stack) process.stderr.write(`${stack}\n`);
  process.exitCode = 2;
}
