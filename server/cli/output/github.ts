import { printable } from '../../core/writers/printable.ts';
import type { Report } from './report.ts';

const levels = { error: 'error', warning: 'warning', info: 'notice', hint: 'notice' } as const;
/** Escapes text for a workflow command: control characters are removed, line breaks are encoded. */
const data = (text: string): string => printable(text).replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
const property = (text: string): string => data(text).replace(/:/g, '%3A').replace(/,/g, '%2C');

/** Returns an annotation of a line, which counts from 1. */
export const workflowCommand = (
  level: 'error' | 'warning' | 'notice',
  { file, line }: { readonly file: string; readonly line: number },
  title: string,
  message: string,
): string => `::${level} file=${property(file)},line=${line},title=${property(title)}::${data(message)}`;

/** Returns one annotation per finding: https://docs.github.com/actions/reference/workflow-commands-for-github-actions */
export const github = ({ problems }: Report): string =>
  problems
    .map(({ file, range: { start, end }, severity, rule, message }) => {
      const place = [`file=${property(file)}`, `line=${start.line + 1}`, `endLine=${end.line + 1}`];
      // Columns are only allowed for ranges on one line.
      if (start.line === end.line) place.push(`col=${start.character + 1}`, `endColumn=${end.character + 1}`);
      return `::${levels[severity]} ${place.join(',')},title=${property(rule)}::${data(message)}`;
    })
    .join('\n');
