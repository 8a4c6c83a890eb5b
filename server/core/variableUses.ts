import { type FilledAs, families, namedVariables, type Variable, variableNamed } from './variables.ts';

/** A place where a variable stands in a text. */
export interface VariableUse {
  readonly variable: Variable;
  /** From its first sign to its last. */
  readonly start: number;
  readonly end: number;
  /** The part that the author chose: the key of an option, the number or name of an argument, the path of a file. */
  readonly word: string;
  /** Whether it is filled in there; else its letters stay as they are. */
  readonly isFilled: boolean;
}

const braced = /(?<!\\)\$\{(user_config\.)?([A-Za-z_]\w*|\/)(?::-[^}\n]*)?\}/g;
// Nobody has ten arguments or half of one: `$39.60` is an amount.
const argument = /(?<![\\$\w])\$(?:ARGUMENTS(?:\[(\d+)\])?(?!\w)|(\d)(?!\w|[.,]\d)|([A-Za-z_][\w-]*))/g;
const file = /(?<=^|[\s(])@((?:\$\{\w+\}\/|\.{1,2}\/|~\/)?[\w-][\w./-]*\.\w+)/gm;
const shell = /(?<![\w`])!`([^`\r\n]+)`|^[ \t]*```!/gm;

/**
 * The variables of a text, none inside of another but those of shell commands and files.
 * @param names of the arguments that the file declares: `$name` is a variable only with them.
 */
export function* variablesIn(text: string, as: FilledAs, names: readonly string[] = []): Generator<VariableUse> {
  for (const match of text.matchAll(braced)) {
    const [, option, name = ''] = match;
    const variable = option ? families.option : bracedVariable(name, as);
    if (variable) yield useOf(match, variable, name, as);
  }
  if (!hasArguments(as)) return;
  for (const match of text.matchAll(argument)) {
    const [, index, number, name] = match;
    const word = index ?? number;
    if (word !== undefined) yield useOf(match, families.argument, word, as);
    else if (name === undefined) yield useOf(match, namedVariables.ARGUMENTS, 'ARGUMENTS', as);
    else if (names.includes(name)) yield useOf(match, families.namedArgument, name, as);
  }
  for (const match of text.matchAll(shell)) yield useOf(match, families.shell, match[1] ?? '', as);
  for (const match of text.matchAll(file)) {
    if (as === 'command') yield useOf(match, families.file, match[1] ?? '', as);
  }
}

/** Whether users type arguments for such a text. */
const hasArguments = (as: FilledAs): boolean => as === 'skill' || as === 'command';

function useOf(match: RegExpExecArray, variable: Variable, word: string, as: FilledAs): VariableUse {
  const { index, 0: written } = match;
  return {
    variable,
    start: index,
    end: index + written.length,
    word,
    isFilled: (variable.texts as readonly FilledAs[]).includes(as),
  };
}

/** What a name in braces means; undefined where it belongs to somebody else, as to the shell of a hook. */
function bracedVariable(name: string, as: FilledAs): Variable | undefined {
  const known = variableNamed(name === '/' ? 'pathSeparator' : name);
  if (known?.form === 'braced' && known.texts.includes(as)) return known;
  if (as === 'server') return families.environment;
  const isAlwaysOurs = known?.form === 'braced' && name.startsWith('CLAUDE_');
  return isAlwaysOurs && as !== 'hook' && as !== 'monitor' && as !== 'helper' ? known : undefined;
}
