import generated from '../generated/ruleSummaries.json';
import type { Rule, ValueItem } from '../model.ts';

const summaries: ReadonlyMap<string, string> = new Map(Object.entries(generated));

/** Returns rules for completion: their ids, levels and summaries. */
export const aboutRules = (rules: Iterable<Rule>): ValueItem[] =>
  [...rules].map(({ id, severity, summary = summaries.get(id) }) => ({
    value: id,
    detail: severity,
    ...(summary && { documentation: summary }),
  }));
