import type { ValueProvider } from '../../model.ts';

/** Servers that files of the workspace bring and whose tools can be written down. */
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
