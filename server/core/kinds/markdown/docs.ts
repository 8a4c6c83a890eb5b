import type { SourceId } from '../../ruleSources.ts';

const pages: Readonly<Record<string, SourceId>> = {
  agent: 'code/sub-agents',
  outputStyle: 'code/output-styles',
};

/** Returns the page that documents the front matter of a kind. */
export const docsOf = (kind: string): SourceId => pages[kind] ?? 'code/skills';
