/** Escapes `text` so that a snippet inserts it literally. */
export const escapeSnippet = (text: string): string => text.replaceAll(/[\\$}]/g, '\\$&');

/** An escaped character, a choice with its first value, a placeholder, or a bare tab stop. */
const snippetPart =
  /\\([\\$},|])|\$\{\d+\|((?:\\.|[^,|\\])*)(?:,(?:\\.|[^|\\])*)?\|\}|\$\{\d+:((?:\\.|[^$}\\])*)\}|\$\d+/g;

/** Returns what a snippet inserts in an editor without snippet support: the first choice, the placeholder, or nothing at each tab stop. */
export const plainText = (snippet: string): string =>
  snippet.replaceAll(
    snippetPart,
    (_, escaped: string | undefined, choice: string | undefined, placeholder: string | undefined) =>
      escaped ?? (choice ?? placeholder ?? '').replaceAll(/\\([\\$},|])/g, '$1'),
  );
