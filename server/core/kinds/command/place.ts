import { join } from '../../base/uri.ts';
import type { Document } from '../../model.ts';

/** Returns the name of a command: `commands/git/push.md` is `git:push`. */
export const commandName = ({ uri }: Document): string => {
  const path = decodeURIComponent(uri);
  return path.slice(path.lastIndexOf('/commands/') + '/commands/'.length, -'.md'.length).replaceAll('/', ':');
};

/** Returns the URI of a command with another name. */
export function addressOf({ uri }: Document, name: string): string {
  const folder = uri.slice(0, uri.lastIndexOf('/commands/'));
  return join(folder, `commands/${name.replaceAll(':', '/')}.md`);
}
