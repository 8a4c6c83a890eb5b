/** Characters that control a terminal or reverse text, except tabs and line breaks. */
const steering = /(?![\t\n\r])[\p{Cc}\p{Bidi_Control}]/gu;

/** Returns text from a file safe to print: each control and bidirectional character becomes `U+FFFD`. The length stays the same. */
export const printable = (text: string): string => text.replace(steering, '\ufffd');

/** Returns such a text on one line: each line break, with the spaces around it, becomes a space. */
export const printableLine = (text: string): string => printable(text.replace(/(?<!\s)\s*[\r\n]\s*/g, ' '));

/** Returns a value as indented JSON in which those characters are escaped: it means the same, and is safe to print. */
export const jsonText = (value: unknown): string =>
  JSON.stringify(value, null, 2).replace(
    /(?!\n)[\p{Cc}\p{Bidi_Control}]/gu,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
