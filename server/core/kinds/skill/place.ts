import { nameOf, parentOf } from '../../base/uri.ts';
import type { Document } from '../../model.ts';
import { child, stringOf } from '../../syntax/node.ts';
import { parse } from '../../workspace/parse.ts';

/** The folder of a skill. */
export const folderOf = (document: Document): string => nameOf(parentOf(document.uri));

/** Whether the file's name lets it load as a skill. */
export const loads = ({ uri }: Document): boolean => nameOf(uri) === 'SKILL.md';

/** Whether the file lies directly in `skills`, without a folder of its own. */
export const isFlat = ({ uri }: Document): boolean => nameOf(parentOf(uri)) === 'skills';

/** Whether the skill stands in a folder of its own below `skills`; else it is the root of its plugin. */
export const isInSkills = ({ uri }: Document): boolean => nameOf(parentOf(parentOf(uri))) === 'skills';

/** The name that counts: the folder's, and for the root of a plugin the one that is written. Source: the app's own validator. */
export const skillName = (document: Document): string =>
  (isInSkills(document) ? undefined : stringOf(child(parse(document).root, 'name'))) ?? folderOf(document);
