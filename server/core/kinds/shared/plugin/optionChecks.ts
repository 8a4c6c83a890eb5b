import type { Problem, TextRange } from '../../../base/text.ts';
import { optionMaps, optionMatches } from '../../../components/options.ts';
import type { Document, Editor } from '../../../model.ts';
import { child, itemsOf, type Node, propertiesOf, property, type ScalarNode, stringOf } from '../../../syntax/node.ts';

const optionsOf = (root: Node | undefined) => optionMaps(root).flatMap(propertiesOf);

/** Tells of names of options that are no identifiers. */
export function* optionNames(root: Node | undefined, edit: Pick<Editor, 'renameKey'>): Generator<Problem> {
  for (const option of optionsOf(root)) {
    if (/^[A-Za-z_]\w*$/.test(option.key)) continue;
    const meant = option.key.replaceAll(/\W+/g, '_').replace(/^(?=\d)/, '_');
    const isFree = /^[A-Za-z_]\w*$/.test(meant) && !property(option.parent, meant);
    yield {
      range: option.keyNode.range,
      message:
        'The name of an option holds letters, digits and `_` only, and begins with no digit. With another one the plugin does not load.',
      ...(isFree && { fixes: [{ title: `Rename to \`${meant}\``, edits: [edit.renameKey(option, meant)] }] }),
    };
  }
}

/** Tells of choices that do not fit their option. */
export function* optionChoices(root: Node | undefined): Generator<Problem> {
  for (const { valueNode } of optionsOf(root)) {
    const choices = property(valueNode, 'options');
    const problem = choices?.valueNode?.type === 'array' && whyRefused(valueNode, itemsOf(choices.valueNode));
    if (choices && problem)
      yield {
        range: (problem.at ?? choices.keyNode).range,
        message: `${problem.why} With \`options\` as they are the plugin does not load.`,
      };
  }
}

function whyRefused(option: Node | undefined, choices: readonly Node[]): { why: string; at?: Node } | undefined {
  if (choices.length === 0) return undefined;
  const type = stringOf(child(option, 'type'));
  if (type !== undefined && type !== 'string') return { why: `Only an option of type \`string\` has choices.` };
  for (const key of ['multiple', 'sensitive']) {
    const value = child(option, key);
    if (value?.type === 'boolean' && value.value === true) return { why: `An option with \`${key}\` has no choices.` };
  }
  const standard = child(option, 'default');
  const required = child(option, 'required');
  if (!standard) {
    return required?.type === 'boolean' && required.value === true
      ? undefined
      : { why: 'Choices need a `default` among them, or `"required": true`.' };
  }
  const isAmong = choices.some((choice) => stringOf(choice) === stringOf(standard));
  return standard.type === 'string' && !isAmong
    ? { why: 'The default is not one of the choices.', at: standard }
    : undefined;
}

/** A place where the value of an option is filled in: `${user_config.NAME}`, or with a default behind the name. */
export interface OptionUse {
  readonly range: TextRange;
  readonly name: string;
  /** `:-x` behind the name, and where it stands. */
  readonly rest: TextRange | undefined;
}

/** The options that a string fills in. */
export function optionUses({ text }: Document, { inner }: ScalarNode): OptionUse[] {
  const raw = text.slice(inner.start, inner.end);
  return optionMatches(raw).map(({ 0: whole, 1: name = '', 2: rest = '', index }) => {
    const start = inner.start + index;
    const end = start + whole.length;
    return { range: { start, end }, name, rest: rest ? { start: end - 1 - rest.length, end: end - 1 } : undefined };
  });
}
