import type { ValueProvider } from '../../model.ts';

/** Completes servers of the workspace whose tools can be added. */
export const values: readonly ValueProvider[] = [
  {
    at: [],
    offers: 'keys',
    *items({ workspace }) {
      const servers = new Map(workspace.facts('server').map(({ fact }) => [fact.name, fact.data.layer]));
      for (const [value, layer] of servers) yield { value, detail: `a ${layer} server` };
    },
  },
];
