import { aboutRules } from '../../lint/ruleSummaries.ts';
import type { ValueItem, ValueProvider, WorkspaceView } from '../../model.ts';

const rules = ({ workspace }: { readonly workspace: WorkspaceView }): ValueItem[] =>
  aboutRules(workspace.rules.values());

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
