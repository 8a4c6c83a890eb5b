import type { TextRange } from '../../base/text.ts';
import { lineIndent } from '../indent.ts';
import type { SyntaxProblem } from '../syntax.ts';
import type { XmlElement } from './xmlElement.ts';

/** Depth limit: real policies are far shallower; deeper input would overflow the stack of recursive visitors. */
export const deepest = 200;

export const tooDeep = (range: TextRange): SyntaxProblem => ({
  kind: 'break',
  range,
  message: `Nested more than ${deepest} levels deep: the rest is not checked.`,
});

/** Returns the problem of elements, the innermost first, whose closing tags are missing at `end`. */
export function unclosed(text: string, elements: readonly XmlElement[], end: number): SyntaxProblem {
  const outermost = elements.at(-1);
  const closings = elements.map(({ name, opening, children }) => {
    const isOwnLine = children.length > 0 && text.slice(opening.start, end).includes('\n');
    return `${isOwnLine ? `\n${lineIndent(text, opening.start).outer}` : ''}</${name}>`;
  });
  const tags = elements.map(({ name }) => `\`</${name}>\``).join(', ');
  return {
    kind: 'break',
    range: outermost?.opening ?? { start: end, end },
    message: `\`<${outermost?.name}>\` is not closed: ${tags} ${elements.length > 1 ? 'are' : 'is'} missing.`,
    fix: {
      title: `Add ${tags}`,
      edits: [{ range: { start: end, end }, newText: closings.join('') }],
    },
  };
}

export const closesNothing = (start: number, end: number, name: string): SyntaxProblem => ({
  kind: 'break',
  range: { start, end },
  message: `\`</${name}>\` closes nothing: no \`<${name}>\` is open here.`,
  fix: { title: 'Remove it', edits: [{ range: { start, end }, newText: '' }] },
});

/** Returns the problem of an element whose opening tag is a near miss of its closing tag. */
export function misspelled({ name, opening }: XmlElement, meant: string): SyntaxProblem {
  const range = { start: opening.start + 1, end: opening.start + 1 + name.length };
  return {
    kind: 'break',
    range,
    message: `\`<${name}>\` is closed by \`</${meant}>\`. The names must match.`,
    fix: { title: `Change to \`<${meant}>\``, edits: [{ range, newText: meant }] },
  };
}

export const closesAnother = (open: string, start: number, end: number, name: string): SyntaxProblem => ({
  kind: 'break',
  range: { start, end },
  message:
    name === open
      ? `\`<${open}>\` is already open here. To close it, write \`</${open}>\`.`
      : `\`<${open}>\` is open here, and \`</${name}>\` does not close it.`,
  fix: { title: `Change to \`</${open}>\``, edits: [{ range: { start, end }, newText: `</${open}>` }] },
});

/** Returns the problem of a `<` inside text; the range extends to the end of the tag that it seems to begin. */
export function unescaped(text: string, { start, end }: TextRange): SyntaxProblem {
  const range = { start, end: start + 1 };
  return {
    kind: 'break',
    range: { start, end },
    message: `A \`<\` in text must be written \`&lt;\`: here \`${text.slice(start, Math.min(end, start + 30))}\` begins a tag, so the file cannot be parsed.`,
    fix: { title: 'Write `&lt;`', edits: [{ range, newText: '&lt;' }] },
  };
}

/** @param whole the intended tag, if it is known. */
export function unfinishedTag(start: number, end: number, whole: string | undefined): SyntaxProblem {
  const range = { start, end };
  return {
    kind: 'break',
    range,
    message: 'This tag is incomplete: its `>` is missing.',
    ...(whole && { fix: { title: `Write \`${whole}\``, edits: [{ range, newText: whole }] } }),
  };
}

export function noEntity(text: string, at: number): SyntaxProblem {
  const word = /^&#?\w{1,40};/.exec(text.slice(at, at + 50))?.[0] ?? '&';
  const edit = { range: { start: at, end: at + 1 }, newText: '&amp;' };
  return {
    kind: 'break',
    range: { start: at, end: at + word.length },
    message:
      word === '&'
        ? 'An `&` must be written `&amp;`; the file cannot be parsed.'
        : `\`${word}\` is not an entity of property lists. For the characters themselves, write \`&amp;${word.slice(1)}\`.`,
    fix: { title: 'Write `&amp;`', edits: [edit] },
  };
}

export const unclosedCdata = (start: number, end: number): SyntaxProblem => ({
  kind: 'break',
  range: { start, end },
  message: '`<![CDATA[` is not closed: `]]>` is missing.',
});

/** Returns the problem of a comment, instruction or declaration that is not closed or not valid. */
export function unfinishedAside(text: string, { start, end }: TextRange): SyntaxProblem | undefined {
  const [opening, closing] = text.startsWith('<!--', start)
    ? ['<!--', '-->']
    : text[start + 1] === '?'
      ? ['<?', '?>']
      : ['<!', '>'];
  const range = { start, end: start + opening.length };
  if (end - start < opening.length + closing.length || !text.endsWith(closing, end)) {
    const edit = { range: { start: end - 1, end: end - 1 }, newText: '?' };
    const fix = { title: 'Write `?>`', edits: [edit] };
    const isTag = opening === '<?' && text[end - 1] === '>';
    return {
      kind: 'break',
      range,
      message: `\`${opening}\` is not closed: \`${closing}\` is missing.`,
      ...(isTag && { fix }),
    };
  }
  if (opening === '<!' && !/^<!DOCTYPE\b/i.test(text.slice(start, start + 10)))
    return {
      kind: 'break',
      range: { start, end },
      message: 'This is neither a comment nor a tag, so the file cannot be parsed.',
    };
  return undefined;
}

export const beforeFirstTag = (range: TextRange): SyntaxProblem => ({
  kind: 'break',
  range,
  message: 'This text is before the first tag, so the file cannot be parsed.',
});
