/** Fragments of JSON, YAML, Markdown, XML and registry files that break texts more often than random characters do. */
const shards = [
  ...['{', '}', '[', ']', '"', ':', ',', '\\', '\n', '\r', '\r\n', '---\n', '- ', '  ', '\t', '&a ', '*a', '!!x '],
  ...['|', '>', '|-\n', '`', '\u0000', '\ud800', '😀', 'ſ', '${', '${user_config.', '__proto__', 'constructor', 'null'],
  ...['1e999', '-0', '/*', '//', '<<: ', '? ', '# ', '<', '</string>', '<key>', '<dict>', '&', '&quot;', '<![CDATA['],
  ...['\\"', '\\u0000', 'hex(7):00,', '\\\n', '[HKEY_LOCAL_MACHINE\\', ';', 'dword:', '\u2028', '\u202e', '\ufeff'],
  ...['# plugboard-ignore */*: x\n', '<!-- plugboard-ignore -->', '```\n', '@agent-', '$ARGUMENTS', 'mcp__a__*', '*'],
];

export interface Random {
  /** Returns a whole number from 0, less than `below`; 0 if `below` is 0. */
  next(below: number): number;
}

/** A small, reproducible generator: the same seed gives the same numbers (mulberry32). */
export function randomFrom(seed: number): Random {
  let state = seed | 0;
  return {
    next: (below) => {
      state = (state + 0x6d2b79f5) | 0;
      let mixed = Math.imul(state ^ (state >>> 15), state | 1);
      mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
      return below <= 0 ? 0 : ((mixed ^ (mixed >>> 14)) >>> 0) % below;
    },
  };
}

const pick = <T>(items: readonly T[], random: Random): T | undefined => items[random.next(items.length)];

const splice = (text: string, at: number, length: number, inserted: string): string =>
  text.slice(0, at) + inserted + text.slice(at + length);

type Mutation = (text: string, other: string, random: Random) => string;

/** Returns a range of a text that begins and ends at a word boundary or a syntax character. */
function token(text: string, random: Random): { at: number; length: number } {
  const tokens = /\w+|\s+|[^\w\s]/g;
  tokens.lastIndex = random.next(text.length);
  const found = tokens.exec(text);
  return found ? { at: found.index, length: found[0].length } : { at: text.length, length: 0 };
}

/** Returns the range of some whole lines of a text. */
function lines(text: string, random: Random): { at: number; length: number } {
  const at = text.lastIndexOf('\n', random.next(text.length)) + 1;
  let end = at;
  for (let count = 1 + random.next(4); count > 0 && end < text.length; count--) {
    const next = text.indexOf('\n', end);
    end = next < 0 ? text.length : next + 1;
  }
  return { at, length: end - at };
}

const unit = (text: string, random: Random) => (random.next(3) === 0 ? lines(text, random) : token(text, random));

const mutations: readonly Mutation[] = [
  // Bytes.
  (text, _, random) => splice(text, random.next(text.length + 1), random.next(4), ''),
  (text, _, random) =>
    splice(
      text,
      random.next(text.length + 1),
      random.next(2),
      String.fromCharCode(random.next(random.next(2) ? 128 : 65536)),
    ),
  (text, _, random) => text.slice(0, random.next(text.length + 1)),
  // Syntax characters.
  (text, _, random) => splice(text, random.next(text.length + 1), random.next(2), pick(shards, random) ?? ''),
  (text, _, random) => {
    const { at, length } = token(text, random);
    return splice(text, at, length, pick(shards, random) ?? '');
  },
  // Deletion, duplication, swap.
  (text, _, random) => {
    const { at, length } = unit(text, random);
    return splice(text, at, length, '');
  },
  (text, _, random) => {
    const { at, length } = unit(text, random);
    return splice(text, at, 0, text.slice(at, at + length));
  },
  (text, _, random) => {
    const [a, b] = [unit(text, random), unit(text, random)].sort((x, y) => x.at - y.at);
    if (!a || !b || a.at + a.length > b.at) return text;
    const [first, second] = [text.slice(a.at, a.at + a.length), text.slice(b.at, b.at + b.length)];
    return splice(splice(text, b.at, b.length, first), a.at, a.length, second);
  },
  // A part of another text of the same kind.
  (text, other, random) => {
    const { at, length } = unit(other, random);
    return splice(text, token(text, random).at, 0, other.slice(at, at + length));
  },
  (text, other, random) => {
    const [here, there] = [token(text, random), token(other, random)];
    return splice(text, here.at, here.length, other.slice(there.at, there.at + there.length));
  },
  // Typos: the text stays valid but has another meaning.
  (text, _, random) => {
    const letters = [...text.matchAll(/[A-Za-z]/g)];
    const at = pick(letters, random)?.index;
    return at === undefined ? text : splice(text, at, 1, pick(['', 'x', 'E', '-', 'aa'], random) ?? '');
  },
  // Any characters.
  (text, _, random) =>
    random.next(20) === 0
      ? String.fromCharCode(
          ...Array.from({ length: random.next(100) }, () => random.next(random.next(2) ? 128 : 65536)),
        )
      : text,
  // Line endings of another system.
  (text, _, random) => text.replaceAll(/\r?\n/g, random.next(4) === 0 ? '\r' : '\r\n'),
];

/** Returns a text after one to five mutations; `other` provides parts to insert. */
export function mutated(text: string, other: string, random: Random): string {
  let result = text;
  for (let count = 1 + random.next(5); count > 0; count--)
    result = (pick(mutations, random) ?? String)(result, other, random);
  return result;
}
