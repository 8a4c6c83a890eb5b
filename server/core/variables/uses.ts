import { families, type InterpolatedAs, namedVariables, type Variable, variableNamed } from './catalogue.ts';

/** A use of a variable in a text. */
export interface VariableUse {
  readonly variable: Variable;
  /** UTF-16 offsets of the whole notation. */
  readonly start: number;
  readonly end: number;
  /** Whether it is substituted there; otherwise it stays as it is. */
  readonly isFilled: boolean;
}

/** If a default is not closed, it extends to the end of the line, and no other variable can end there. */
const braced = /(?<!\\)\$\{(user_config\.)?([A-Za-z_]\w*|\/)(?:\}|:-[^}\n]*(?:\}|(?=\n)|$))/g;
// More than ten arguments or a fraction do not occur: `$39.60` is an amount.
const argument = /(?<![\\$\w])\$(?:ARGUMENTS(?:\[\d+\])?(?!\w)|\d(?!\w|[.,]\d)|([A-Za-z_][\w-]*))/g;
/** All arguments at once. */
const all = '$ARGUMENTS';
const file = /(?<=^|[\s(])@(?:\$\{\w+\}\/|\.{1,2}\/|~\/)?[\w-][\w./-]*\.\w+/gm;
const shell = /(?<![\w`])!`[^`\r\n]+`|^[ \t]*```!/gm;

/**
 * Returns the variables of a text. They are not nested, except in those of shell commands and files.
 * @param names the arguments that the file declares: `$name` is a variable only with them.
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

/** Whether users pass arguments to such a text. */
const hasArguments = (as: InterpolatedAs): boolean => as === 'skill' || as === 'command';

/** Returns what a name in braces means; undefined if it belongs to another program, such as the shell of a hook, or if nothing is known. */
function bracedVariable(name: string, as: InterpolatedAs): Variable | undefined {
  const known = variableNamed(name === '/' ? 'pathSeparator' : name);
  if (known?.form === 'braced' && (known.texts.includes(as) || known.notIn?.includes(as))) return known;
  return as === 'server' ? families.environment : undefined;
}
