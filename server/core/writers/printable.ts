/** What steers a terminal or turns text around; tabs and line breaks are not among it. */
const steering = /(?![\t\n\r])[\p{Cc}\p{Bidi_Control}]/gu;

/** Returns text from a file fit to be shown anywhere: each control and bidirectional character becomes `U+FFFD`. Its length stays. */
export const printable = (text: string): string => text.replace(steering, '\ufffd');

/** Returns such a text on one line: line breaks become spaces, with the blanks around them. */
export const printableLine = (text: string): string => printable(text.replace(/(?<!\s)\s*[\r\n]\s*/g, ' '));

/** Returns a value as indented JSON in which those characters are escaped: it means the same, and can be printed. */
export const jsonText = (value: unknown): string =>
  JSON.stringify(value, null, 2).replace(
    /(?!\n)[\p{Cc}\p{Bidi_Control}]/gu,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
