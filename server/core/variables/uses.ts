import { families, type InterpolatedAs, namedVariables, type Variable, variableNamed } from './catalogue.ts';

/** A place where a variable stands in a text. */
export interface VariableUse {
  readonly variable: Variable;
  /** From its first sign to its last. */
  readonly start: number;
  readonly end: number;
  /** Whether it is filled in there; else its letters stay as they are. */
  readonly isFilled: boolean;
}

/** One whose default does not end takes the rest of the line with it: no other variable ends in there. */
const braced = /(?<!\\)\$\{(user_config\.)?([A-Za-z_]\w*|\/)(?:\}|:-[^}\n]*(?:\}|(?=\n)|$))/g;
// Nobody has ten arguments or half of one: `$39.60` is an amount.
const argument = /(?<![\\$\w])\$(?:ARGUMENTS(?:\[\d+\])?(?!\w)|\d(?!\w|[.,]\d)|([A-Za-z_][\w-]*))/g;
/** All arguments at once. */
const all = '$ARGUMENTS';
const file = /(?<=^|[\s(])@(?:\$\{\w+\}\/|\.{1,2}\/|~\/)?[\w-][\w./-]*\.\w+/gm;
const shell = /(?<![\w`])!`[^`\r\n]+`|^[ \t]*```!/gm;

/**
 * The variables of a text, none inside of another but those of shell commands and files.
 * @param names of the arguments that the file declares: `$name` is a variable only with them.
 */
export function* variablesIn(text: string, as: InterpolatedAs, names: readonly string[] = []): Generator<VariableUse> {
  const use = (variable: Variable, start: number, { length }: string): VariableUse => ({
    variable,
    start,
    end: start + length,
    isFilled: variable.texts.includes(as),
  });
  for (const { index, 0: written, 1: option, 2: name = '' } of text.matchAll(braced)) {
    const variable = option ? families.option : bracedVariable(name, as);
    if (variable && written.endsWith('}')) yield use(variable, index, written);
  }
  if (!hasArguments(as)) return;
  for (const { index, 0: written, 1: word } of text.matchAll(argument)) {
    const name = names.find((each) => word === each || word?.startsWith(`${each}-`));
    if (word === undefined) yield use(written === all ? namedVariables.ARGUMENTS : families.argument, index, written);
    else if (name) yield use(families.namedArgument, index, `$${name}`);
  }
  for (const { index, 0: written } of text.matchAll(shell)) yield use(families.shell, index, written);
  for (const { index, 0: written } of as === 'command' ? text.matchAll(file) : [])
    yield use(families.file, index, written);
}

/** Whether users type arguments for such a text. */
const hasArguments = (as: InterpolatedAs): boolean => as === 'skill' || as === 'command';

/** What a name in braces means; undefined where it belongs to somebody else, as to the shell of a hook, or where nothing is known. */
function bracedVariable(name: string, as: InterpolatedAs): Variable | undefined {
  const known = variableNamed(name === '/' ? 'pathSeparator' : name);
  if (known?.form === 'braced' && (known.texts.includes(as) || known.notIn?.includes(as))) return known;
  return as === 'server' ? families.environment : undefined;
}
