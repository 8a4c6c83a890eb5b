import type { Report } from './report.ts';

/** The findings as JSON, for other tools. */
export const json = ({ documents, problems, fixed }: Report): string =>
  JSON.stringify({ documents, problems, ...(fixed !== undefined && { fixed }) }, null, 2);
