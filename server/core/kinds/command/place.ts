import { join } from '../../base/uri.ts';
import type { Document } from '../../model.ts';

/** `commands/git/push.md` is called `git:push`. */
export const commandName = ({ uri }: Document): string => {
  const path = decodeURIComponent(uri);
  return path.slice(path.lastIndexOf('/commands/') + '/commands/'.length, -'.md'.length).replaceAll('/', ':');
};

/** The address that a command of another name has. */
export function addressOf({ uri }: Document, name: string): string {
  const folder = uri.slice(0, uri.lastIndexOf('/commands/'));
  return join(folder, `commands/${name.replaceAll(':', '/')}.md`);
}
