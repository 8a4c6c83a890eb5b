import { nearest } from '../core/index.ts';

/** Returns the message for a command that does not exist, with the one that is probably meant. */
export function unknownCommand(name: string, commands: readonly string[]): string {
  const meant = nearest(name, commands);
  const hint = meant === undefined ? '' : ` Did you mean ${meant}?`;
  return `unknown command '${name}'; expected one of ${commands.join(', ')}.${hint}`;
}
