import { nearest } from '../../base/suggest.ts';
import type { TextRange } from '../../base/text.ts';
import type { Mutable } from '../node.ts';
import type { SyntaxProblem } from '../syntax.ts';
import type { XmlElement, XmlNames } from './xmlElement.ts';
import {
  beforeFirstTag,
  closesAnother,
  closesNothing,
  deepest,
  misspelled,
  noEntity,
  tooDeep,
  unclosed,
  unclosedCdata,
  unescaped,
  unfinishedAside,
  unfinishedTag,
} from './xmlMessages.ts';
import { scanXml, type XmlEvents } from './xmlScan.ts';

type Open = Mutable<XmlElement>;

/** Normalises line breaks as XML does: each is one `\n`. */
const lineBreaks = (text: string): string => (text.includes('\r') ? text.replaceAll(/\r\n?/g, '\n') : text);

export interface XmlTree {
  /** The top-level elements; exactly one in a well-formed text. */
  readonly children: readonly XmlElement[];
  /** The first well-formedness error. */
  readonly problem: SyntaxProblem | undefined;
  /** Comments, instructions and declarations. */
  readonly asides: readonly TextRange[];
}

/** Parses the elements of a text, tolerating half-typed ones. Never throws. */
export function readXml(text: string, names: XmlNames): XmlTree {
  const reader = new XmlReader(text, names);
  scanXml(text, reader);
  return reader.finish();
}

/** Builds the tree from scan events. Its state is the innermost open element, which refers to its parents. */
class XmlReader implements XmlEvents {
  readonly #text: string;
  readonly #names: XmlNames;
  /** Contains the top-level elements. */
  readonly #document: Open = element('', undefined, 0, 0);
  readonly #asides: TextRange[] = [];
  #top: Open = this.#document;
  #depth = 0;
  /** The number of open elements that are too deep to be kept. */
  #dropped = 0;
  #problem: SyntaxProblem | undefined;

  constructor(text: string, names: XmlNames) {
    this.#text = text;
    this.#names = names;
  }

  open(start: number, end: number, name: string, isEmpty: boolean): void {
    const top = this.#top;
    const { texts } = this.#names;
    if (texts.has(top.name) && !this.#isKnown(name)) {
      this.#literal(start, end);
      return;
    }
    const isSlashMissing = name === top.name && /\S/.test(top.text) && !top.text.includes('\n');
    if (texts.has(name) && isSlashMissing && !isEmpty) {
      this.#report(closesAnother(name, start, end, name));
      this.#pop(start, end, 'closed');
      return;
    }
    if (texts.has(top.name)) this.#abandon(start);
    this.#push(start, end, name, isEmpty);
  }

  close(start: number, end: number, name: string): void {
    if (this.#dropped > 0) {
      this.#dropped--;
      return;
    }
    const top = this.#top;
    if (!this.#isKnown(top.name) && this.#isKnown(name) && nearest(top.name, [name])) {
      this.#report(misspelled(top, name));
      top.name = name;
    }
    const holder = this.#openElement(name);
    if (holder) {
      while (this.#top !== holder) this.#abandon(start);
      this.#pop(start, end, 'closed');
    } else if (!this.#names.texts.has(top.name)) this.#report(closesNothing(start, end, name));
    else if (this.#isKnown(name) || nearest(name, [top.name])) {
      this.#report(closesAnother(top.name, start, end, name));
      this.#pop(start, end, 'closed');
    } else this.#literal(start, end);
  }

  text(start: number, end: number): void {
    const characters = this.#text.slice(start, end);
    const at = characters.indexOf('&');
    if (at >= 0) this.#report(noEntity(this.#text, start + at));
    this.entity(start, end, lineBreaks(characters));
  }

  /** Adds characters to the innermost element, or records where they are not allowed. */
  entity(start: number, end: number, meaning: string): void {
    const top = this.#top;
    if (!this.#names.containers.has(top.name) && top !== this.#document) top.text += meaning;
    else if (!top.stray && /\S/.test(meaning)) top.stray = trimmed(this.#text, start, end);
  }

  cdata(start: number, end: number, from: number, to: number): void {
    if (end === to) this.#report(unclosedCdata(start, from));
    this.entity(start, end, lineBreaks(this.#text.slice(from, to)));
  }

  aside(start: number, end: number): void {
    this.#asides.push({ start, end });
    const unfinished = unfinishedAside(this.#text, { start, end });
    if (unfinished) this.#report(unfinished);
  }

  cut(start: number, end: number): void {
    const top = this.#top;
    const [, slash, name = ''] = /^<(\/?)(.*)$/.exec(this.#text.slice(start, end)) ?? [];
    if (this.#names.texts.has(top.name) && !(slash && top.name.startsWith(name))) {
      this.#literal(start, end);
      return;
    }
    const closes = slash && top !== this.#document && name !== '' && top.name.startsWith(name);
    const whole = closes ? `</${top.name}>` : this.#isKnown(name) ? `<${slash}${name}>` : undefined;
    this.#report(unfinishedTag(start, end, whole));
    if (closes) this.#pop(start, end, name === top.name ? 'closed' : 'open');
  }

  /** Closes all open elements and returns the tree. */
  finish(): XmlTree {
    const text = this.#text;
    const stillOpen: XmlElement[] = [];
    for (; this.#top !== this.#document; this.#abandon(text.length)) stillOpen.push(this.#top);
    // Another error may be the cause: a comment without an end swallows closing tags.
    if (stillOpen.length > 0) this.#problem ??= unclosed(text, stillOpen, lastLetter(text, 0, text.length));
    const { children, stray } = this.#document;
    if (stray && stray.start < (children[0]?.range.start ?? text.length)) this.#report(beforeFirstTag(stray));
    return { children, problem: this.#problem, asides: this.#asides };
  }

  /** Keeps the first problem of the text. */
  #report(found: SyntaxProblem): void {
    if (!this.#problem || found.range.start < this.#problem.range.start) this.#problem = found;
  }

  #isKnown(name: string): boolean {
    return Object.values(this.#names).some((known) => known.has(name));
  }

  /** Returns the innermost open element of that name. */
  #openElement(name: string): XmlElement | undefined {
    let holder: XmlElement | undefined = this.#top;
    while (holder && holder.name !== name) holder = holder.parent;
    return holder === this.#document ? undefined : holder;
  }

  /** Treats a tag that is not an element of this dialect, inside text, as the characters it is written with. */
  #literal(start: number, end: number): void {
    this.#report(unescaped(this.#text, { start, end }));
    this.entity(start, end, lineBreaks(this.#text.slice(start, end)));
  }

  #push(start: number, end: number, name: string, isEmpty: boolean): void {
    if (this.#depth >= deepest) {
      this.#report(tooDeep({ start, end }));
      if (!isEmpty) this.#dropped++;
      return;
    }
    const top = this.#top;
    const child = element(name, top, start, end);
    if (top.children === childless) top.children = [child];
    else (top.children as XmlElement[]).push(child);
    if (isEmpty) return;
    child.state = 'open';
    this.#top = child;
    this.#depth++;
  }

  #pop(innerEnd: number, end: number, state: XmlElement['state']): void {
    const top = this.#top;
    top.inner = { start: top.opening.end, end: innerEnd };
    top.range = { start: top.range.start, end };
    top.state = state;
    this.#top = top.parent ?? this.#document;
    this.#depth--;
  }

  /** Closes an element whose closing tag is missing before `at`. */
  #abandon(at: number): void {
    const top = this.#top;
    const end = lastLetter(this.#text, top.opening.end, at);
    if (at < this.#text.length) this.#report(unclosed(this.#text, [top], end));
    if (this.#names.texts.has(top.name)) top.text = top.text.trimEnd();
    this.#pop(end, end, 'open');
  }
}

/** Shared by all elements without children: separate lists would be expensive in a large file. */
const childless: readonly XmlElement[] = [];

function element(name: string, parent: XmlElement | undefined, start: number, end: number): Open {
  const opening = { start, end };
  return {
    name,
    parent,
    children: childless,
    range: opening,
    inner: { start: end, end },
    opening,
    state: 'empty',
    text: '',
    stray: undefined,
  };
}

/** Returns the end of the last non-space character before `at`, but at least `from`. */
function lastLetter(text: string, from: number, at: number): number {
  let end = at;
  while (end > from && /\s/.test(text.charAt(end - 1))) end--;
  return end;
}

function trimmed(text: string, from: number, to: number): TextRange {
  let start = from;
  while (start < to && /\s/.test(text.charAt(start))) start++;
  return { start, end: lastLetter(text, start, to) };
}
