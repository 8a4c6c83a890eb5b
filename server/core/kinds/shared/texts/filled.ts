import type { Filled } from '../../../model.ts';

const below = (before: readonly string[], paths: readonly (readonly string[])[], as: Filled['as']): Filled[] =>
  paths.map((path) => ({ at: [...before, ...path], as }));

const program = [['command'], ['args', '*'], ['env', '*']] as const;

/** The texts of one MCP server, which stands at `at`. */
export const serverFilled = (...at: string[]): Filled[] => [
  ...below(at, [...program, ['url'], ['headers', '*']], 'server'),
  ...below(at, [['headersHelper']], 'helper'),
];

/** The texts of a map of hooks, which stands at `at`. */
export const hookFilled = (...at: string[]): Filled[] =>
  below([...at, '*', '*', 'hooks', '*'], [['command'], ['args', '*']], 'hook');

/** The texts of one language server, which stands at `at`. */
export const languageServerFilled = (...at: string[]): Filled[] => below(at, program, 'languageServer');

/** The texts of one monitor, which stands at `at`. */
export const monitorFilled = (...at: string[]): Filled[] => below(at, [['command']], 'monitor');

/** The texts that start the server of a bundle, which stand at `at`. */
export const bundleFilled = (...at: string[]): Filled[] => below(at, program, 'bundle');
