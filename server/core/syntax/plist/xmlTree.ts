import { nearest } from '../../base/suggest.ts';
import type { TextRange } from '../../base/text.ts';
import type { Mutable } from '../node.ts';
import type { SyntaxProblem } from '../syntax.ts';
import type { XmlElement, XmlNames, XmlTree } from './xmlElement.ts';
import {
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
import { scanXml } from './xmlScan.ts';

type Open = Mutable<XmlElement>;

/** The line breaks of XML: each is one `\n`. */
const lineBreaks = (text: string): string => (text.includes('\r') ? text.replaceAll(/\r\n?/g, '\n') : text);

/** Reads elements, tolerant of half-typed text. */
export function readXml(text: string, names: XmlNames): XmlTree {
  const document: Open = element('', undefined, 0, 0);
  let top = document;
  let depth = 0;
  let deeper = 0;
  let problem: SyntaxProblem | undefined;
  const asides: TextRange[] = [];
  const report = (found: SyntaxProblem): void => {
    if (!problem || found.range.start < problem.range.start) problem = found;
  };
  const isKnown = (name: string): boolean => Object.values(names).some((known) => known.has(name));
  const say = (start: number, end: number, meaning: string): void => {
    if (!names.containers.has(top.name) && top !== document) top.text += meaning;
    else if (!top.stray && /\S/.test(meaning)) top.stray = trimmed(text, start, end);
  };
  /** A tag that no element of this dialect has, amid a text: a `<` that is meant as a letter. */
  const letter = (start: number, end: number): void => {
    report(unescaped(text, { start, end }));
    say(start, end, lineBreaks(text.slice(start, end)));
  };
  const pop = (innerEnd: number, end: number, state: XmlElement['state']): void => {
    top.inner = { start: top.opening.end, end: innerEnd };
    top.range = { start: top.range.start, end };
    top.state = state;
    top = top.parent ?? document;
    depth--;
  };
  /** Ends an element whose closing tag is missing before `at`. */
  const abandon = (at: number): void => {
    const end = lastLetter(text, top.opening.end, at);
    if (at < text.length) report(unclosed(text, [top], end));
    if (names.texts.has(top.name)) top.text = top.text.trimEnd();
    pop(end, end, 'open');
  };
  const push = (start: number, end: number, name: string, isEmpty: boolean): void => {
    if (depth >= deepest) {
      report(tooDeep({ start, end }));
      if (!isEmpty) deeper++;
      return;
    }
    const child = element(name, top, start, end);
    if (top.children === childless) top.children = [child];
    else (top.children as XmlElement[]).push(child);
    if (isEmpty) return;
    child.state = 'open';
    top = child;
    depth++;
  };
  const close = (start: number, end: number, name: string): void => {
    if (deeper > 0) {
      deeper--;
      return;
    }
    if (!isKnown(top.name) && isKnown(name) && nearest(top.name, [name])) {
      report(misspelled(top, name));
      top.name = name;
    }
    let holder: XmlElement | undefined = top;
    while (holder && holder.name !== name) holder = holder.parent;
    if (holder && holder !== document) {
      while (top !== holder) abandon(start);
      pop(start, end, 'closed');
    } else if (!names.texts.has(top.name)) report(closesNothing(start, end, name));
    else if (isKnown(name) || nearest(name, [top.name])) {
      report(closesAnother(top.name, start, end, name));
      pop(start, end, 'closed');
    } else letter(start, end);
  };

  scanXml(text, {
    open(start, end, name, isEmpty) {
      if (names.texts.has(top.name) && !isKnown(name)) {
        letter(start, end);
        return;
      }
      const isSlashMissing = name === top.name && /\S/.test(top.text) && !top.text.includes('\n');
      if (names.texts.has(name) && isSlashMissing && !isEmpty) {
        report(closesAnother(name, start, end, name));
        pop(start, end, 'closed');
        return;
      }
      if (names.texts.has(top.name)) abandon(start);
      push(start, end, name, isEmpty);
    },
    close,
    text(start, end) {
      const letters = text.slice(start, end);
      const at = letters.indexOf('&');
      if (at >= 0) report(noEntity(text, start + at));
      say(start, end, lineBreaks(letters));
    },
    entity: say,
    cdata(start, end, from, to) {
      if (end === to) report(unclosedCdata(start, from));
      say(start, end, lineBreaks(text.slice(from, to)));
    },
    aside(start, end) {
      asides.push({ start, end });
      const unfinished = unfinishedAside(text, { start, end });
      if (unfinished) report(unfinished);
    },
    cut(start, end) {
      const [, slash, name = ''] = /^<(\/?)(.*)$/.exec(text.slice(start, end)) ?? [];
      if (names.texts.has(top.name) && !(slash && top.name.startsWith(name))) {
        letter(start, end);
        return;
      }
      const closes = slash && top !== document && name !== '' && top.name.startsWith(name);
      report(unfinishedTag(start, end, closes ? `</${top.name}>` : isKnown(name) ? `<${slash}${name}>` : undefined));
      if (closes) pop(start, end, name === top.name ? 'closed' : 'open');
    },
  });
  const stillOpen: XmlElement[] = [];
  for (; top !== document; abandon(text.length)) stillOpen.push(top);
  // Any other break may be why they are open: a comment without its end swallows the closing tags.
  if (stillOpen.length > 0) problem ??= unclosed(text, stillOpen, lastLetter(text, 0, text.length));
  if (document.stray && document.stray.start < (document.children[0]?.range.start ?? text.length))
    report({
      kind: 'break',
      range: document.stray,
      message: 'This text stands before the first tag: nothing can read the file so.',
    });
  return { children: document.children, problem, asides };
}

/** Most elements have no children: a list for each would cost a large file much. */
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

/** The end of the last letter before `at` that is not blank, at least `from`. */
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
