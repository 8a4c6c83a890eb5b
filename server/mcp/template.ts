/** A variable in a text: `${NAME}`, `${NAME:-default}`, and what device management fills in, `{{name}}`. */
const variable = /\$\{([\w.-]+)(?::-([^}]*))?(?:\}|$)|\{\{([\w.$\s-]*)\}\}/g;

/** The variables of a text with their places. One without an end takes the rest of the text with it: nothing else ends in there. */
function* matches(text: string): Generator<Variable & { readonly written: string; readonly index: number }> {
  for (const { 0: written, 1: braced, 2: fallback, 3: doubled = '', index } of text.matchAll(variable)) {
    const name = braced ?? doubled.trim();
    if (name !== '' && written.endsWith('}')) yield { name, fallback, written, index };
  }
}

export interface Variable {
  readonly name: string;
  readonly fallback: string | undefined;
}

export function* variablesIn(text: string): Generator<Variable> {
  for (const { name, fallback } of matches(text)) yield { name, fallback };
}

/** A text with its variables filled in. One without a value and default stays as it is written. */
export function fill(text: string, values: ReadonlyMap<string, string>): string {
  let filled = '';
  let end = 0;
  for (const { name, fallback, written, index } of matches(text)) {
    filled += text.slice(end, index) + (values.get(name) ?? fallback ?? written);
    end = index + written.length;
  }
  return filled + text.slice(end);
}

/** A text whose letters are hidden and whose variables are shown: `Bearer ${TOKEN}`. */
export function hideLiterals(text: string): string {
  let shown = '';
  let end = 0;
  for (const { written, index } of matches(text)) {
    shown += hide(text.slice(end, index)) + written.replace(/:-[^}]*/, ':-•••');
    end = index + written.length;
  }
  return shown + hide(text.slice(end));
}

/** Of what stands before a token only the name of its scheme is no secret. */
function hide(literal: string): string {
  const scheme = /^(Bearer|Basic|Token)\s+/i.exec(literal)?.[0] ?? '';
  return scheme + (literal.length > scheme.length ? '•••' : '');
}
