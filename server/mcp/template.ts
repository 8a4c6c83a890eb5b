/** A variable in a text: `${NAME}`, `${NAME:-default}`, and what device management fills in, `{{name}}`. */
const variable = /\$\{([\w.-]+?)(?::-([^}]*))?\}|\{\{\s*([\w.$ -]+?)\s*\}\}/g;

export interface Variable {
  readonly name: string;
  readonly fallback: string | undefined;
}

export function* variablesIn(text: string): Generator<Variable> {
  for (const [, braced, fallback, doubled] of text.matchAll(variable)) {
    yield { name: braced ?? doubled ?? '', fallback };
  }
}

/** A text with its variables filled in. One without a value and default stays as it is written. */
export const fill = (text: string, values: ReadonlyMap<string, string>): string =>
  text.replace(
    variable,
    (written: string, braced?: string, fallback?: string, doubled?: string) =>
      values.get(braced ?? doubled ?? '') ?? fallback ?? written,
  );

/** A text whose letters are hidden and whose variables are shown: `Bearer ${TOKEN}`. */
export function hideLiterals(text: string): string {
  let shown = '';
  let end = 0;
  for (const { 0: written, index } of text.matchAll(variable)) {
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
