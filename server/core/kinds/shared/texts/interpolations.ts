import type { Interpolation } from '../../../model.ts';

const below = (
  before: readonly string[],
  paths: readonly (readonly string[])[],
  as: Interpolation['as'],
): Interpolation[] => paths.map((path) => ({ at: [...before, ...path], as }));

const program = [['command'], ['args', '*'], ['env', '*']] as const;

/** Returns the strings of the MCP server at `at` in which variables are substituted. */
export const serverInterpolations = (...at: string[]): Interpolation[] => [
  ...below(at, [...program, ['url'], ['headers', '*']], 'server'),
  ...below(at, [['headersHelper']], 'helper'),
];

/** Returns those of the map of hooks at `at`. */
export const hookInterpolations = (...at: string[]): Interpolation[] =>
  below([...at, '*', '*', 'hooks', '*'], [['command'], ['args', '*']], 'hook');

/** Returns those of the language server at `at`. */
export const languageServerInterpolations = (...at: string[]): Interpolation[] => below(at, program, 'languageServer');

/** Returns those of the monitor at `at`. */
export const monitorInterpolations = (...at: string[]): Interpolation[] => below(at, [['command']], 'monitor');

/** Returns those that start the server of a bundle, at `at`. */
export const bundleInterpolations = (...at: string[]): Interpolation[] => below(at, program, 'bundle');
