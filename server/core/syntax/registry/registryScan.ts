import type { TextRange } from '../../base/text.ts';
import type { Mutable } from '../node.ts';
import type { RegistrySection, RegistryValue, SyntaxProblem } from '../syntax.ts';
import { type Data, readData } from './registryData.ts';
import { policyHive } from './registryPath.ts';
import * as problems from './registryProblems.ts';
import { lineEnd, trimmedEnd, unescapeText } from './registryText.ts';

type Section = Mutable<RegistrySection> & { values: RegistryValue[] };

export interface Scanned {
  readonly sections: readonly RegistrySection[];
  /** The first break of the file, otherwise the first broken value. Only values of the app's own keys are checked. */
  readonly problem: SyntaxProblem | undefined;
}

/** Whether the values of a section belong to the app's policy. */
export const isPolicySection = ({ path, isDeletion }: RegistrySection): boolean =>
  !isDeletion && policyHive(path) !== undefined;

/** Parses the keys and values of a registry file, including half-typed and broken ones. */
export function scan(text: string): Scanned {
  const sections: Section[] = [];
  let isPolicy = false;
  let problem: SyntaxProblem | undefined;
  const report = (found: SyntaxProblem | undefined): void => {
    if (!problem || (problem.kind !== 'break' && found?.kind === 'break')) problem = found;
  };
  let isOld: boolean | undefined;
  const blank = /\s+/y;
  for (let at = text.startsWith('\uFEFF') ? 1 : 0; at < text.length; ) {
    blank.lastIndex = at;
    if (blank.test(text)) at = blank.lastIndex;
    const letter = text[at];
    if (letter === undefined) break;
    const end = lineEnd(text, at);
    if (letter === ';') {
      at = end;
      continue;
    }
    const line = { start: at, end: trimmedEnd(text, at, end) };
    at = end;
    const header = letter === '[' || letter === '"' ? undefined : headerOf(text, line);
    if (isOld === undefined) {
      isOld = header === 'old';
      if (header !== 'old' && header !== 'new') report(problems.missingHeader(text, line, header === 'other'));
    }
    if (header) continue;
    if (letter === '[') {
      const { section, problem: found } = readSection(text, line);
      sections.push(section);
      isPolicy = isPolicySection(section);
      report(found);
      continue;
    }
    const section = sections.at(-1);
    const value = readValue(text, line, isOld);
    if (!section) report(problems.valueWithoutKey(value?.value.nameRange ?? line));
    else if (value) section.values.push(value.value);
    if (value) at = lineEnd(text, value.value.range.end);
    if (isPolicy && !problem) report(value ? value.problem?.() : problems.notAValue(text, line));
  }
  return { sections, problem };
}

/** Returns whether a line is the header of a registry file, the header of the old format, or resembles a header that cannot be read. */
function headerOf(text: string, { start, end }: TextRange): 'new' | 'old' | 'other' | undefined {
  const line = text.slice(start, Math.min(end, start + 100));
  if (/^Windows Registry Editor Version 5\.00$/i.test(line)) return 'new';
  if (/^REGEDIT4$/i.test(line)) return 'old';
  return /^(Windows Registry|REGEDIT)/i.test(line) ? 'other' : undefined;
}

function readSection(text: string, line: TextRange): { section: Section; problem: SyntaxProblem | undefined } {
  const isDeletion = text[line.start + 1] === '-';
  const start = line.start + (isDeletion ? 2 : 1);
  const close = start + text.slice(start, line.end).lastIndexOf(']');
  const isOpen = close < start;
  const end = isOpen ? Math.max(start, line.end) : close;
  const path = text.slice(start, end);
  const section: Section = { path, range: { start, end }, isDeletion, values: [] };
  const problem = isOpen ? problems.openSection(line) : problems.shortHive(path, start);
  return { section, problem };
}

/** Parses `"name"=` or `@=` and the data; undefined for a line that is not a value. */
function readValue(
  text: string,
  line: TextRange,
  isOld: boolean,
): { value: RegistryValue; problem: Data['problem'] } | undefined {
  const name = /(?:@|"([^"\\\r\n]*(?:\\.[^"\\\r\n]*){0,999})")[ \t]*=[ \t]*/y;
  name.lastIndex = line.start;
  const found = name.exec(text);
  if (!found) return undefined;
  const raw = found[1];
  const nameEnd = line.start + (raw === undefined ? 1 : raw.length + 2);
  const { problem, ...data } = readData(text, name.lastIndex, isOld);
  const value: RegistryValue = {
    name: unescapeText(raw ?? ''),
    nameRange: { start: line.start, end: nameEnd },
    ...data,
  };
  return { value, problem };
}
