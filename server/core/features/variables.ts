import type { Decoration } from '../annotations.ts';
import { derived } from '../base/derived.ts';
import { code, escapeMarkdown } from '../base/markdown.ts';
import { type TextRange, touches } from '../base/text.ts';
import { join, nameOf, parentOf, pathIn } from '../base/uri.ts';
import type { Document, Interpolation, WorkspaceView } from '../model.ts';
import { pathOf, walk } from '../syntax/node.ts';
import type { InterpolatedAs, Variable } from '../variables/catalogue.ts';
import { type VariableUse, variablesIn } from '../variables/uses.ts';
import { parse } from '../workspace/parse.ts';
import { hedge } from './describe.ts';
import { fits } from './provided.ts';

/** A variable in a document. */
interface Place {
  readonly use: VariableUse;
  readonly range: TextRange;
  readonly as: InterpolatedAs;
}

/** Returns the variables of a document, in the strings in which the kind substitutes them. */
const variablesOf: (document: Document) => readonly Place[] = derived((document) => {
  const { text, kind } = document;
  if (!kind.interpolations || !/[$@!]/.test(text)) return [];
  return kind.interpolations.flatMap((interpolation) => {
    const names = interpolation.names?.(document) ?? [];
    return [...rangesOf(document, interpolation)].flatMap(({ start, end }) =>
      [...variablesIn(text.slice(start, end), interpolation.as, names)].map(
        (use): Place => ({ use, as: interpolation.as, range: { start: start + use.start, end: start + use.end } }),
      ),
    );
  });
});

function* rangesOf(document: Document, { at }: Interpolation): Generator<TextRange> {
  const { root, body } = parse(document);
  if (at === 'body') {
    yield { start: body ?? 0, end: document.text.length };
    return;
  }
  for (const node of walk(root)) if (node.type === 'string' && fits(at, pathOf(node))) yield node.inner;
}

/** Inside a shell command, the grammar does the highlighting. */
const tokenTypes = { braced: 'variable', argument: 'parameter', file: 'string', shell: undefined } as const;

/**
 * Yields variables to highlight, also those that a grammar cannot know: arguments that a file names, and variables that are not
 * substituted there.
 */
export function* variableDecorations(document: Document): Generator<Decoration> {
  for (const { use, range } of variablesOf(document)) {
    const type = tokenTypes[use.variable.form];
    if (type) yield { range, type, modifiers: use.isFilled ? [] : ['ignored'] };
  }
}

/**
 * Returns the hover of the variable at `offset`: what it is, which file it refers to here, what differs in this type of text,
 * and how certain that is.
 */
export function aboutVariable(
  document: Document,
  offset: number,
  workspace: WorkspaceView,
): { readonly range: TextRange; readonly markdown: string } | undefined {
  const [here] = variablesOf(document)
    .filter(({ range }) => touches(range, offset))
    .sort((a, b) => length(a.range) - length(b.range));
  if (!here) return undefined;
  const { use, range, as } = here;
  const { title, description, source, certainty, notes = [] } = use.variable;
  const doubt = hedge(certainty);
  const lines = [
    `**${title}** · ${code(document.text.slice(range.start, range.end))}`,
    use.isFilled ? undefined : '**Not substituted here.**',
    description,
    use.isFilled && meant(document, here, workspace),
    ...notes.filter(({ texts }) => texts.includes(as)).map((note) => hedged(note)),
    [`[Documentation](${source})`, doubt].filter(Boolean).join(' '),
  ];
  return { range, markdown: lines.filter(Boolean).join('\n\n') };
}

const length = ({ start, end }: TextRange): number => end - start;

function hedged({ text, certainty }: NonNullable<Variable['notes']>[number]): string {
  const doubt = hedge(certainty);
  return doubt ? `${text} ${doubt}` : text;
}

/** Returns the file or folder in this workspace to which the variable refers, with the path that follows. */
function meant(document: Document, { use, range }: Place, workspace: WorkspaceView): string | undefined {
  const { folder } = use.variable;
  const base = folder === 'plugin' ? workspace.pluginOf(document.uri)?.uri : folder && parentOf(document.uri);
  if (!base) return undefined;
  const [path = ''] = /^[\w@./-]*/.exec(document.text.slice(range.end)) ?? [];
  const uri = join(base, path.replace(/(?<![./])[./]+$/, ''));
  const shown = escapeMarkdown([nameOf(base), pathIn(base, uri)].filter(Boolean).join('/'));
  return uri === base || workspace.file(uri) ? `Here: [${shown}](${uri})` : `Here: ${shown}, which does not exist.`;
}
