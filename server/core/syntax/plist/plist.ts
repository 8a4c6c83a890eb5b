import { applyEdits } from '../../base/text.ts';
import type { OuterSyntax, Parsed, SyntaxProblem } from '../syntax.ts';
import { addXmlComment, xmlComments } from './plistComments.ts';
import { cursorAt } from './plistCursor.ts';
import { addProperty, removeProperty, renameKey, replaceValue, stringElement } from './plistEdit.ts';
import { plistFolds } from './plistFolds.ts';
import { binaryList, emptyList, noList, noOuterElement } from './plistMessages.ts';
import { appDictionaries, containerOf, rootOf } from './plistPolicy.ts';
import { isValueElement, plistNames, plistValue } from './plistTree.ts';
import { xmlInner } from './xmlText.ts';
import { readXml } from './xmlTree.ts';

function parse(text: string): Parsed {
  const parsed = read(text);
  const [problem] = parsed.problems;
  if (!problem?.fix) return parsed;
  // A fix counts only if parsing then gets further; otherwise the next problem would be at the same place.
  const [next] = read(applyEdits(text, problem.fix.edits)).problems;
  if (!next || next.range.start > problem.range.start) return parsed;
  const { fix: _, ...rest } = problem;
  return { ...parsed, problems: [rest] };
}

function read(text: string): Parsed {
  if (text.startsWith('bplist')) {
    return { root: undefined, problems: [binaryList], container: containerOf(undefined, { elements: [], asides: [] }) };
  }
  const { children, problem, asides } = readXml(text, plistNames);
  let first: SyntaxProblem | undefined;
  const report = (found: SyntaxProblem): void => {
    if (!first || comesBefore(found, first)) first = found;
  };
  const list = children.find(({ name }) => name === 'plist');
  const value = (list?.children ?? children).find(isValueElement);
  const outermost = value && plistValue(value, undefined, report);
  if (!value) report(list ? emptyList(list) : noList(text));
  else if (!list) report(plistNames.containers.has(value.name) ? noOuterElement(value) : noList(text, value));
  else if (list.stray)
    report({
      kind: 'break',
      range: list.stray,
      message: 'Text is not allowed here: put it into a `<key>` or `<string>`.',
    });
  const container = containerOf(outermost, { elements: children, asides });
  // Report XML errors first; later problems are often caused by them.
  const told = problem ?? first;
  return { root: rootOf(appDictionaries(container)), problems: told ? [told] : [], container };
}

/** Whether to report `a` instead of `b`: a break before a hint, otherwise the one that begins first. */
const comesBefore = (a: SyntaxProblem, b: SyntaxProblem): boolean =>
  (a.kind === 'hint') === (b.kind === 'hint') ? a.range.start < b.range.start : b.kind === 'hint';

/**
 * XML property lists: configuration profiles and preferences. The tree's root contains only the app's keys, whatever surrounds
 * them. JSON text in a string stays a string here; `embeddedTextOf` returns it for parsing.
 */
export const plist: OuterSyntax = {
  id: 'plist',
  parse,
  cursorAt,
  write: (text, value) => stringElement(text, value),
  replaceValue,
  renameKey,
  addProperty,
  removeProperty,
  folds: plistFolds,
  comments: xmlComments,
  addComment: addXmlComment,
  embeddedTextOf: (text, node) => (node.type === 'string' ? xmlInner(text, node) : undefined),
};
