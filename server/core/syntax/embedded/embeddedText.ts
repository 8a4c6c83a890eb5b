import { json } from '../json/json.ts';
import type { EmbeddedText, ScalarNode } from '../node.ts';
import type { OuterSyntax } from '../syntax.ts';

const simple: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  b: '\b',
  f: '\f',
};

/** Returns the text that a JSON string encodes, with the offset of each character; undefined if an escape is invalid. */
function embeddedTextOf(text: string, { type, inner: { start, end } }: ScalarNode): EmbeddedText | undefined {
  if (type !== 'string') return undefined;
  const offsets: number[] = [];
  let decoded = '';
  for (let at = start; at < end; ) {
    offsets.push(at);
    const letter = text.charAt(at);
    if (letter !== '\\') {
      decoded += letter;
      at++;
      continue;
    }
    const letterAfter = text.charAt(at + 1);
    const code = letterAfter === 'u' ? /^[\da-f]{4}/i.exec(text.slice(at + 2, Math.min(at + 6, end)))?.[0] : undefined;
    if (letterAfter === '' || (letterAfter === 'u' && !code)) return undefined;
    decoded += code ? String.fromCharCode(Number.parseInt(code, 16)) : (simple[letterAfter] ?? letterAfter);
    at += code ? 6 : 2;
  }
  offsets.push(end);
  return { text: decoded, offsets, encode: (piece) => JSON.stringify(piece).slice(1, -1) };
}

/** JSON whose strings may contain JSON. */
export const jsonWithEmbedded: OuterSyntax = { ...json, embeddedTextOf };
