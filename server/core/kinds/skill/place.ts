import { nameOf, parentOf } from '../../base/uri.ts';
import type { Document } from '../../model.ts';
import { child, stringOf } from '../../syntax/node.ts';
import { parse } from '../../workspace/parse.ts';

/** Returns the folder name of a skill. */
export const folderOf = (document: Document): string => nameOf(parentOf(document.uri));

/** Whether the file's name allows it to load as a skill. */
export const loads = ({ uri }: Document): boolean => nameOf(uri) === 'SKILL.md';

/** Whether the file is directly in `skills`, without its own folder. */
export const isFlat = ({ uri }: Document): boolean => nameOf(parentOf(uri)) === 'skills';

/** Whether the skill has its own folder below `skills`; otherwise it is in the root of its plugin. */
export const isInSkills = ({ uri }: Document): boolean => nameOf(parentOf(parentOf(uri))) === 'skills';

/** Returns the effective name: the folder's, or for the root of a plugin the one in the front matter. Source: the app's own validator. */
export const skillName = (document: Document): string =>
  (isInSkills(document) ? undefined : stringOf(child(parse(document).root, 'name'))) ?? folderOf(document);
