import { applyEdits, type Diagnostic, type Fix, type TextEdit } from '../base/text.ts';
import { join, parentOf, pathIn } from '../base/uri.ts';
import { ignoreFileWord, ignoreWord } from '../lint/suppressions/comments.ts';
import { noReason } from '../lint/suppressions/rules.ts';
import type { Document } from '../model.ts';
import { breakOf } from '../syntax/syntax.ts';
import { parse } from '../workspace/parse.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** A settings file of the workspace, or the one to create. */
interface Settings {
  readonly document: Document;
  readonly isNew: boolean;
}

type Finding = Pick<Diagnostic, 'rule' | 'range'>;

/** What a suppression covers: the finding's key, or its whole file by a comment or by the workspace's settings. */
export type Reach = 'here' | 'in this file';

/** Returns what `ignore` would cover for a finding; undefined if there is nowhere to write it. */
export function reachOf(
  workspace: Workspace,
  folders: readonly string[],
  document: Document,
  finding: Finding,
): Reach | undefined {
  const remark = comment(document, finding, '');
  if (remark) return remark.reach;
  return nearestSettings(workspace, folders, document.uri) && 'in this file';
}

/**
 * Suppresses a finding: with a comment if the syntax has comments, otherwise with an entry in the workspace's settings.
 * @param reason the reason; without it, a placeholder is inserted.
 */
export function ignore(
  workspace: Workspace,
  folders: readonly string[],
  document: Document,
  finding: Finding,
  reason = noReason,
): Fix | undefined {
  const said = reason.replace(/\s+/g, ' ').trim();
  const remark = comment(document, finding, said);
  const title = `Ignore ${finding.rule} ${remark?.reach ?? 'in this file'}, with a reason`;
  if (remark) return { title, edits: [remark.edit] };
  const settings = nearestSettings(workspace, folders, document.uri);
  const file = settings && pathIn(parentOf(settings.document.uri), document.uri);
  if (!settings || file === undefined) return undefined;
  const entry = { rule: finding.rule, file: literal(file), reason: said };
  return change(title, settings, settings.document.kind.suppressions?.add(settings.document, entry));
}

/** Turns a rule off in the nearest settings file of `folders`. */
export function turnOff(workspace: Workspace, folders: readonly string[], rule: string): Fix | undefined {
  const all = folders.flatMap((folder) => settingsIn(workspace, folder) ?? []);
  const settings = all.find(({ isNew }) => !isNew) ?? all[0];
  const title = `Turn ${rule} off in this workspace`;
  return settings && change(title, settings, settings.document.kind.suppressions?.turnOff(settings.document, rule));
}

function comment(
  document: Document,
  { rule, range }: Finding,
  reason: string,
): { edit: TextEdit; reach: Reach } | undefined {
  const { text, kind } = document;
  const parsed = parse(document);
  // If a text cannot be parsed, it is unknown what a comment is.
  if (!kind.syntax.addComment || breakOf(parsed)) return undefined;
  const isInBody = parsed.body !== undefined && range.start >= parsed.body;
  const here = isInBody
    ? undefined
    : kind.syntax.addComment(text, parsed, range.start, `${ignoreWord} ${rule}: ${reason}`);
  if (here) return { edit: here, reach: 'here' };
  const edit = kind.syntax.addComment(text, parsed, undefined, `${ignoreFileWord} ${rule}: ${reason}`);
  return edit && { edit, reach: 'in this file' };
}

/** Returns the settings file of the nearest folder that has one, otherwise a new one at the root of the workspace. */
function nearestSettings(workspace: Workspace, folders: readonly string[], uri: string): Settings | undefined {
  const top = folders.filter((folder) => pathIn(folder, uri) !== undefined).sort((a, b) => b.length - a.length)[0];
  if (top === undefined) return undefined;
  for (let folder = parentOf(uri); folder !== top && pathIn(top, folder) !== undefined; folder = parentOf(folder)) {
    const settings = settingsIn(workspace, folder);
    if (settings && !settings.isNew) return settings;
  }
  return settingsIn(workspace, top);
}

function settingsIn(workspace: Workspace, folder: string): Settings | undefined {
  const kind = workspace.kinds.find(({ suppressions }) => suppressions);
  if (!kind?.suppressions) return undefined;
  const uri = join(folder, kind.suppressions.name);
  const document = workspace.get(uri);
  if (document) return { document, isNew: false };
  // A file that exists but could not be read, such as a broken link, is not replaced.
  return workspace.files.file(uri)
    ? undefined
    : { document: { uri, text: kind.suppressions.empty, kind }, isNew: true };
}

function change(title: string, { document, isNew }: Settings, edit: TextEdit | undefined): Fix | undefined {
  if (!edit) return undefined;
  if (!isNew) return { title, edits: [{ ...edit, uri: document.uri }] };
  const text = applyEdits(document.text, [edit]);
  return { title, edits: [], files: [{ kind: 'create', uri: document.uri, text }] };
}

/** Returns a glob that matches only this path. */
const literal = (path: string): string => path.replace(/[\\*?[\]{}()!+@|]/g, '\\$&');
