import generated from '../generated/ruleSummaries.json';
import type { Rule, ValueItem } from '../model.ts';

const summaries: ReadonlyMap<string, string> = new Map(Object.entries(generated));

/** Rules as completion offers them: their ids, their levels, and what they find. */
export const aboutRules = (rules: Iterable<Rule>): ValueItem[] =>
  [...rules].map(({ id, severity, summary = summaries.get(id) }) => ({
    value: id,
    detail: severity,
    ...(summary && { documentation: summary }),
  }));
