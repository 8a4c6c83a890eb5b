import type { ValueItem, ValueProvider, WorkspaceView } from '../../model.ts';
import ruleSummaries from './generated/ruleSummaries.json';

const summaries = new Map(Object.entries(ruleSummaries));

const rules = ({ workspace }: { readonly workspace: WorkspaceView }): ValueItem[] =>
  [...workspace.rules.values()].map(({ id, severity, summary }) => {
    const documentation = summary ?? summaries.get(id);
    return { value: id, detail: severity, ...(documentation && { documentation }) };
  });

const kindsOf = ({ workspace }: { readonly workspace: WorkspaceView }): ValueItem[] =>
  [...new Set([...workspace.rules.keys()].map((id) => id.slice(0, id.indexOf('/'))))].map((kind) => ({
    value: `${kind}/*`,
    detail: 'every rule of this kind',
  }));

/** Completes ids of rules, with what the rules find. */
export const values: readonly ValueProvider[] = [
  { at: ['rules'], offers: 'keys', items: rules },
  {
    at: ['suppress', '*', 'rules', '*'],
    offers: 'values',
    items: (context) => [...rules(context), ...kindsOf(context)],
  },
];
