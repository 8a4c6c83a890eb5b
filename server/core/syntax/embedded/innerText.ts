import { json } from '../json/json.ts';
import type { InnerText, ScalarNode } from '../node.ts';
import type { OuterSyntax } from '../syntax.ts';

const simple: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  b: '\b',
  f: '\f',
};

/** The text that a JSON string stands for, with the place of each letter; undefined where an escape cannot be read. */
function innerOf(text: string, { type, inner: { start, end } }: ScalarNode): InnerText | undefined {
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
  return { text: decoded, offsets, encode: (inner) => JSON.stringify(inner).slice(1, -1) };
}

/** JSON, in whose strings texts of their own may stand. */
export const jsonFile: OuterSyntax = { ...json, innerOf };
