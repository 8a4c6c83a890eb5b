import type { Interpolation } from '../../../model.ts';

const below = (
  before: readonly string[],
  paths: readonly (readonly string[])[],
  as: Interpolation['as'],
): Interpolation[] => paths.map((path) => ({ at: [...before, ...path], as }));

const program = [['command'], ['args', '*'], ['env', '*']] as const;

/** The texts of one MCP server, which stands at `at`. */
export const serverInterpolations = (...at: string[]): Interpolation[] => [
  ...below(at, [...program, ['url'], ['headers', '*']], 'server'),
  ...below(at, [['headersHelper']], 'helper'),
];

/** The texts of a map of hooks, which stands at `at`. */
export const hookInterpolations = (...at: string[]): Interpolation[] =>
  below([...at, '*', '*', 'hooks', '*'], [['command'], ['args', '*']], 'hook');

/** The texts of one language server, which stands at `at`. */
export const languageServerInterpolations = (...at: string[]): Interpolation[] => below(at, program, 'languageServer');

/** The texts of one monitor, which stands at `at`. */
export const monitorInterpolations = (...at: string[]): Interpolation[] => below(at, [['command']], 'monitor');

/** The texts that start the server of a bundle, which stand at `at`. */
export const bundleInterpolations = (...at: string[]): Interpolation[] => below(at, program, 'bundle');
