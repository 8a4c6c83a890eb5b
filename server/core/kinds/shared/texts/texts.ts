import { isIn, parentOf } from '../../../base/uri.ts';
import type { Document, Interpolation, TextProvider, ValueItem, WorkspaceView } from '../../../model.ts';
import { variableNamed, variablesOf, written } from '../../../variables/catalogue.ts';
import { filesBelow } from '../plugin/pluginFiles.ts';

interface Asked {
  readonly document: Document;
  readonly workspace: WorkspaceView;
}

/** Completes variables in the strings in which they are substituted, and paths after those that stand for a folder. */
export const interpolatedTexts = (interpolation: readonly Interpolation[]): TextProvider[] =>
  interpolation.flatMap((each) => {
    const at = each.at === 'body' ? each.at : [each.at];
    return [
      { at, complete: (context) => variable(each, context) },
      { at, complete: path },
    ] satisfies TextProvider[];
  });

/** The context of a text provider. */
export type Completing = Parameters<TextProvider['complete']>[0];
type Completed = ReturnType<TextProvider['complete']>;

/** Returns the range around the cursor: characters before it that match `before`, and characters after it that match `behind`. */
export function stretch(
  { text, offset }: Pick<Completing, 'text' | 'offset'>,
  before: RegExp,
  behind: RegExp,
): { readonly start: number; readonly end: number; readonly word: string } | undefined {
  const match = before.exec(text.slice(0, offset));
  if (!match) return undefined;
  const word = match[1] ?? match[0];
  const rest = behind.exec(text.slice(offset))?.[0].length ?? 0;
  return { start: offset - word.length, end: offset + rest, word };
}

function variable(interpolation: Interpolation, context: Completing): Completed {
  const at = stretch(
    context,
    /(?<!\\)\$(?:\{[\w.]*|\w*)$/,
    context.text.charAt(context.offset - 1) === '$' ? /^(?:\{[\w.]*\}?)?/ : /^[\w.]*\}?/,
  );
  return at && { ...at, items: variables(interpolation, context) };
}

function* variables({ as, names }: Interpolation, { document, workspace }: Asked): Generator<ValueItem> {
  for (const name of names?.(document) ?? []) yield { value: `$${name}`, is: 'variable', detail: 'an argument' };
  const plugin = workspace.pluginOf(document.uri);
  for (const each of variablesOf(as)) {
    if (!plugin && each.name.startsWith('CLAUDE_PLUGIN_')) continue;
    yield { value: written(each), is: 'variable', detail: each.title, documentation: each.description };
  }
  if (as === 'helper' || as === 'monitor') return;
  for (const { uri, fact } of workspace.facts('user-config')) {
    if (plugin && isIn(plugin.uri, uri))
      yield { value: `\${user_config.${fact.name}}`, is: 'variable', detail: 'an option of the user' };
  }
}

/** Completes files after a variable that stands for a folder. */
function path(context: Completing): Completed {
  const at = stretch(context, /(?:\$\{\w+\})[\\/]([\w@./-]*)$/, /^[\w@/-]*(?:\.[\w@/-]+)*/);
  if (!at) return undefined;
  const { document, workspace, text } = context;
  const name = /\$\{(\w+)\}.$/.exec(text.slice(0, at.start))?.[1];
  const folder = name === undefined ? undefined : variableNamed(name)?.folder;
  const base = folder === 'plugin' ? workspace.pluginOf(document.uri)?.uri : folder && parentOf(document.uri);
  return base === undefined ? undefined : { ...at, items: paths(workspace, base) };
}

/** Yields the files and folders below a folder, as relative paths. */
export function* paths(workspace: WorkspaceView, folder: string): Generator<ValueItem> {
  for (const { path, type } of filesBelow(workspace, folder)) {
    if (type === 'file') yield { value: path, is: 'file', detail: 'a file' };
    else yield { value: `${path}/`, is: 'folder', detail: 'a folder' };
  }
}
