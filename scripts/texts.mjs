// Prints all texts that users see, one per line: `npm run texts [-- word …]` prints only lines with one of the words.
import path from 'node:path';
import { visibleTexts } from './visibleTexts.mjs';

const words = process.argv.slice(2);
for (const { file, line, kind, text } of visibleTexts(path.resolve(import.meta.dirname, '..'))) {
  const printed = `${file}:${line}\t${kind}\t${text.replaceAll('\n', '↵')}`;
  if (words.length === 0 || words.some((word) => printed.includes(word))) console.log(printed);
}
