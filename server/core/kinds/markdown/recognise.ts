import { nameOf, parentOf, pathIn } from '../../base/uri.ts';
import type { FileEntry, PluginRoot, RecogniseContext } from '../../model.ts';

/** Whether the file is a component in `folder` in its plugin's root: all Markdown files except a README are. */
export function isComponent({ uri, name }: FileEntry, folder: string, { pluginOf }: RecogniseContext): boolean {
  if (/^readme\.md$/i.test(name)) return false;
  const root = pluginOf(uri);
  const path = root && pathIn(root.uri, uri);
  return path?.startsWith(`${folder}/`) === true && !path.includes('/.');
}

/** Whether the file is a skill: one that loads, or one whose name prevents it from loading. */
export function isSkill(file: FileEntry, around: RecogniseContext): boolean {
  const root = around.pluginOf(file.uri);
  if (root && (inDotFolder(root, file.uri) || inSkill(root, file.uri))) return false;
  if (file.name === 'SKILL.md' && (root?.uri === parentOf(file.uri) || isInSkills(file.uri))) return true;
  if (!root) return false;
  return isFlatSkill(root, file) || isDeepSkill(root, file, around) || isMisnamedSkill(root, file, around);
}

/** Whether it is a Markdown file directly in the plugin's `skills`, where a skill requires its own folder. */
const isFlatSkill = (root: PluginRoot, { uri, name }: FileEntry): boolean =>
  parentOf(uri) === `${root.uri}/skills` && /\.md$/i.test(name) && !/^readme\.md$/i.test(name);

/** Whether it is `skills/<group>/<folder>/SKILL.md`, one folder too deep because the group is not a skill itself. */
function isDeepSkill(root: PluginRoot, { uri, name }: FileEntry, { file }: RecogniseContext): boolean {
  const group = parentOf(parentOf(uri));
  return name === 'SKILL.md' && parentOf(group) === `${root.uri}/skills` && !file(`${group}/SKILL.md`);
}

/** Files of other products have their own folders: `.cursor`, `.codex-plugin` … */
const inDotFolder = (root: PluginRoot, uri: string): boolean =>
  /(^|\/)\.(?!claude\/)[^/]*\//.test(pathIn(root.uri, uri) ?? '');

/** A `skills` folder inside a skill is its material, such as a template. */
const inSkill = (root: PluginRoot, uri: string): boolean => /^skills\/.*\/skills\//.test(pathIn(root.uri, uri) ?? '');

/** Whether it is `skills/<folder>/SKILL.md`, unless `skills` belongs to another product. */
function isInSkills(uri: string): boolean {
  const skills = parentOf(parentOf(uri));
  const owner = nameOf(parentOf(skills));
  return nameOf(skills) === 'skills' && (!owner.startsWith('.') || owner === '.claude');
}

/** Whether it was probably intended as `SKILL.md`: in a subfolder of the plugin's `skills` that has none. */
function isMisnamedSkill(root: PluginRoot, { uri, name }: FileEntry, around: RecogniseContext): boolean {
  const folder = parentOf(uri);
  if (parentOf(parentOf(folder)) !== root.uri || nameOf(parentOf(folder)) !== 'skills') return false;
  const entries = around.list(folder);
  if (/^readme\.md$/i.test(name) || entries.some((entry) => entry.name === 'SKILL.md')) return false;
  // A folder that contains skills is a group, not a skill.
  if (entries.some((entry) => entry.type === 'directory' && around.file(`${entry.uri}/SKILL.md`))) return false;
  const texts = entries.filter((entry) => entry.type === 'file' && /\.md$/i.test(entry.name));
  const meant = texts.find((entry) => isPlainlyMeant(entry.name, nameOf(folder)));
  return meant ? meant.name === name : texts.length === 1 && texts[0]?.name === name;
}

/** Whether the name alone shows that a file was intended as the skill of its folder: `skill.md`, or `<folder>.md`. */
export const isPlainlyMeant = (name: string, folder: string): boolean =>
  /^skills?\.md$/i.test(name) || name.toLowerCase() === `${folder.toLowerCase()}.md`;
