import { components } from './planted/components.ts';
import { manifests } from './planted/manifests.ts';
import { markdown } from './planted/markdown.ts';
import { marketplaceSources } from './planted/marketplaceSources.ts';
import { marketplaces } from './planted/marketplaces.ts';
import type { Mistake } from './planted/mistake.ts';
import { policies } from './planted/policies.ts';

/** All planted mistakes, by file. */
export const mistakes: readonly Mistake[] = [
  ...policies,
  ...manifests,
  ...components,
  ...markdown,
  ...marketplaces,
  ...marketplaceSources,
];
