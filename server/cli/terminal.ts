import { mask } from '../core/index.ts';
import { printable, printableLine } from '../core/writers/printable.ts';

export type Style = 'red' | 'yellow' | 'blue' | 'green' | 'magenta' | 'dim' | 'bold' | 'underline' | 'strike';
const codes: Readonly<Record<Style, readonly [number, number]>> = {
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  blue: [34, 39],
  magenta: [35, 39],
  bold: [1, 22],
  dim: [2, 22],
  underline: [4, 24],
  strike: [9, 29],
};

/** Formats a text in a style. */
export type Paint = (style: Style, text: string) => string;

export const plain: Paint = (_, text) => text;
const coloured: Paint = (style, text) => `\u001b[${codes[style][0]}m${text}\u001b[${codes[style][1]}m`;

/** Uses colours only for a terminal whose user has not disabled them. See https://no-color.org */
export const paintFor = (noColor: boolean): Paint =>
  noColor || process.env.NO_COLOR || !process.stdout.isTTY || process.env.TERM === 'dumb' ? plain : coloured;

/** Returns text from a file safe to print: without secrets, and without control or bidirectional characters. */
export const shown = (text: string): string => printable(mask(text));

/** Returns the same on one line. */
export const oneLine = (text: string): string => printableLine(mask(text));

/**
 * Returns text for a log in which no line is a workflow command: GitHub acts on lines that begin with `::`, also after spaces, and
 * Azure and older runners on `##[` and `##vso[` anywhere. A name from a file may begin a line when it is wrapped.
 */
export const withoutCommands = (text: string): string =>
  text.replace(/^([ \t]*):(?=:)/gm, '$1\ufffd').replace(/##(?=(?:vso)?\[)/g, '#\ufffd');

/** Prints a message on stderr, always on one line. */
export const complain = (message: string): void => void process.stderr.write(`plugboard: ${oneLine(message)}\n`);

/** Asks a question at the terminal; everything but yes means no, also the end of the input. */
export async function confirm(question: string): Promise<boolean> {
  // Loaded only here: it brings in Node's streams, which takes 10 ms.
  const { createInterface } = await import('node:readline/promises');
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const gone = new Promise<string>((resolve) => terminal.once('close', () => resolve('')));
  try {
    return /^\s*y(es)?\s*$/i.test(await Promise.race([terminal.question(question), gone]));
  } finally {
    terminal.close();
  }
}
