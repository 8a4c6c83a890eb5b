import type { Problem, TextRange } from '../../../base/text.ts';
import { manifestFlawOpening } from '../../../components/manifestFlawSentences.ts';
import { optionFlaws } from '../../../components/manifestFlaws.ts';
import { optionMatches } from '../../../components/options.ts';
import type { Document, Editor } from '../../../model.ts';
import { type Node, property, type ScalarNode } from '../../../syntax/node.ts';

/** Reports names of options that are not identifiers. */
export function* optionNames(root: Node | undefined, edit: Pick<Editor, 'renameKey'>): Generator<Problem> {
  for (const flaw of optionFlaws(root)) {
    if (flaw.code !== 'option-name') continue;
    const { option } = flaw;
    const meant = option.key.replaceAll(/\W+/g, '_').replace(/^(?=\d)/, '_');
    const isFree = /^[A-Za-z_]\w*$/.test(meant) && !property(option.parent, meant);
    yield {
      range: flaw.node.range,
      message: `${manifestFlawOpening(flaw)}. Use only letters, digits and \`_\`, and no digit first, or the plugin fails to load.`,
      ...(isFree && { fixes: [{ title: `Rename to \`${meant}\``, edits: [edit.renameKey(option, meant)] }] }),
    };
  }
}

/** Reports choices that are invalid for their option. */
export function* optionChoices(root: Node | undefined): Generator<Problem> {
  for (const flaw of optionFlaws(root)) {
    if (flaw.code !== 'option-choices') continue;
    const message = `${manifestFlawOpening(flaw)}. The plugin fails to load.`;
    yield { range: flaw.node.range, message };
  }
}

/** A use of an option: `${user_config.NAME}`, or with a default after the name. */
export interface OptionUse {
  readonly range: TextRange;
  readonly name: string;
  /** `:-x` after the name, and its range. */
  readonly rest: TextRange | undefined;
}

/** Returns the uses of options in a string. */
export function optionUses({ text }: Document, { inner }: ScalarNode): OptionUse[] {
  const raw = text.slice(inner.start, inner.end);
  return optionMatches(raw).map(({ 0: whole, 1: name = '', 2: rest = '', index }) => {
    const start = inner.start + index;
    const end = start + whole.length;
    return { range: { start, end }, name, rest: rest ? { start: end - 1 - rest.length, end: end - 1 } : undefined };
  });
}
