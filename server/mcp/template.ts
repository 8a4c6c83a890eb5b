/** Matches a variable: `${NAME}`, `${NAME:-default}`, and placeholders for device management, `{{name}}`. */
const variable = /\$\{([\w.-]+)(?::-([^}]*))?(?:\}|$)|\{\{([\w.$\s-]*)\}\}/g;

/**
 * Yields the variables of a text with their offsets. An unclosed one extends to the end of the text, since no other variable
 * can end there.
 */
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

/** Returns a text with its variables substituted. A variable without value and default stays as it is. */
export function fill(text: string, values: ReadonlyMap<string, string>): string {
  let filled = '';
  let end = 0;
  for (const { name, fallback, written, index } of matches(text)) {
    filled += text.slice(end, index) + (values.get(name) ?? fallback ?? written);
    end = index + written.length;
  }
  return filled + text.slice(end);
}

/** Returns a text with its literal parts hidden and its variables shown: `Bearer ${TOKEN}`. */
export function hideLiterals(text: string): string {
  let shown = '';
  let end = 0;
  for (const { written, index } of matches(text)) {
    shown += hide(text.slice(end, index)) + written.replace(/:-[^}]*/, ':-•••');
    end = index + written.length;
  }
  return shown + hide(text.slice(end));
}

/** In the text before a token, only the name of the scheme is not a secret. */
function hide(literal: string): string {
  const scheme = /^(Bearer|Basic|Token)\s+/i.exec(literal)?.[0] ?? '';
  return scheme + (literal.length > scheme.length ? '•••' : '');
}
