import { Tokenizer } from 'htmlparser2';

/** Receives what a scan finds, in text order. All offsets are those of the text; ends are exclusive. */
export interface XmlEvents {
  /** An opening tag, which may be self-closing. */
  open(start: number, end: number, name: string, isEmpty: boolean): void;
  close(start: number, end: number, name: string): void;
  /** Characters that are not markup. */
  text(start: number, end: number): void;
  /** An entity that XML defines, and its character. */
  entity(start: number, end: number, meaning: string): void;
  /** A CDATA section whose content is at `from` to `to`. */
  cdata(start: number, end: number, from: number, to: number): void;
  /** A comment, a processing instruction, a DOCTYPE or another declaration. */
  aside(start: number, end: number): void;
  /** A tag that is not finished when the next one begins: `<ke`. */
  cut(start: number, end: number): void;
}

/** Matches comments, CDATA, instructions and DOCTYPE; then unfinished tags, and a tag with attributes. */
const markup =
  /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<\?[^>]*(?:>|$)|<!DOCTYPE[^<>[]*(?:\[[^\]]*(?:\]\s*|$))?>?|(<[^<>]*(?=<|$)(?:<(?![!?])[^<>]*(?=<|$)){0,1000})|(<[^\s<>/!]+)(\s[^<>]*?)(?=\/?>)/g;

/**
 * Returns the text in a form that the tokenizer can read reliably, with the same length: half-typed tags, attributes and
 * declarations inside a DOCTYPE are replaced with spaces. Otherwise a half-typed tag would swallow the next one, and an open
 * quote the rest of the file.
 */
function mend(text: string, cuts: [number, number][]): string {
  return text.replace(
    markup,
    (whole, cut: string | undefined, tag: string | undefined, attributes = '', at: number) => {
      if (cut !== undefined) {
        const word = /^<\/?[^\s<>]*/.exec(cut)?.[0].length ?? 1;
        cuts.push([at, at + word]);
        return cut.replaceAll('<', ' ');
      }
      if (tag !== undefined) return tag + ' '.repeat(attributes.length);
      if (whole.startsWith('<!D')) return `<!${' '.repeat(Math.max(0, whole.length - 3))}>`;
      // An instruction that ends like a tag would extend to the next `?>`, or to the end.
      if (whole.startsWith('<?')) return whole.replace(/[^?]>$/, '?>');
      return whole.includes('--!>') ? whole.replaceAll('--!>', '-  >') : whole;
    },
  );
}

/** Scans a text as XML. Only the five named entities of XML and numeric ones are resolved. */
export function scanXml(text: string, events: XmlEvents): void {
  const cuts: [number, number][] = [];
  const mended = mend(text, cuts);
  let nextCut = 0;
  let at = 0;
  let open: { start: number; name: string } | undefined;

  /** Reports everything up to `end` that the tokenizer read as characters. */
  const textTo = (end: number): void => {
    for (let cut = cuts[nextCut]; cut && cut[0] < end; cut = cuts[++nextCut]) {
      if (cut[0] > at) events.text(at, cut[0]);
      events.cut(...cut);
      at = cut[1];
    }
    if (end > at) events.text(at, end);
    at = Math.max(at, end);
  };
  const tagEnd = (end: number, isEmpty: boolean): void => {
    if (open) events.open(open.start, end, open.name, isEmpty);
    at = end;
  };
  const aside = (start: number, end: number): void => {
    textTo(start);
    at = Math.min(end, text.length);
    events.aside(start, at);
  };

  const ignored = (): void => {};
  const tokenizer = new Tokenizer(
    { xmlMode: true, decodeEntities: true },
    {
      onattribdata: ignored,
      onattribentity: ignored,
      onattribend: ignored,
      onattribname: ignored,
      onend: ignored,
      ontext: ignored,
      onopentagname(start, end) {
        textTo(start - 1);
        open = { start: start - 1, name: text.slice(start, end) };
      },
      onopentagend: (index) => tagEnd(index + 1, false),
      onselfclosingtag: (index) => tagEnd(index + 1, true),
      onclosetag(start, end) {
        const from = text.lastIndexOf('<', start);
        textTo(from);
        at = text.indexOf('>', end) + 1 || text.length;
        events.close(from, at, text.slice(start, end));
      },
      ontextentity(codepoint, end) {
        const start = text.lastIndexOf('&', end - 1);
        textTo(start);
        at = end;
        events.entity(start, end, String.fromCodePoint(codepoint));
      },
      oncdata(start, index, closing) {
        textTo(start - '<![CDATA['.length);
        const begin = at;
        at = closing ? index + 1 : index;
        events.cdata(begin, at, start, index - closing);
      },
      oncomment: (start, index) => aside(start - '<!--'.length, index + 1),
      ondeclaration: (start, index) => aside(start - '<!'.length, index + 1),
      onprocessinginstruction: (start, index) => aside(start - '<?'.length, index + 2),
    },
  );
  tokenizer.write(mended);
  tokenizer.end();
  textTo(text.length);
}
