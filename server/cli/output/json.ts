import { jsonText } from '../../core/writers/printable.ts';
import type { Report } from './report.ts';

/** Returns the findings as JSON, for other tools. */
export const json = ({ documents, problems, ignored, fixed, leftOut }: Report): string =>
  jsonText({
    documents,
    problems,
    suppressed: ignored.length,
    ...(fixed !== undefined && { fixed }),
    ...(leftOut && { leftOut: leftOut.reduce((sum, each) => sum + each.count, 0) }),
  });
