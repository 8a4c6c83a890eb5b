import { RangeIndex } from '../base/rangeIndex.ts';
import { byPlace, type Diagnostic } from '../base/text.ts';
import type { Rule } from '../model.ts';

const none: readonly Diagnostic[] = [];

/**
 * Merges the findings in a document's own text with those that span files, sorted by place. One mistake, one message: leaves out
 * what the schema reports where a rule knows better, or for a value that cannot be parsed. A schema error is only replaced by
 * another error, or by a rule with `canReplaceSchema`: anything milder would hide it.
 */
export function merge(
  local: readonly Diagnostic[],
  across: readonly Diagnostic[],
  rules: ReadonlyMap<string, Rule>,
): readonly Diagnostic[] {
  const all = [...local, ...across];
  if (all.length === 0) return none;
  return all.some(({ builtin }) => builtin === 'schema')
    ? withoutRepeated(all, rules).sort(byPlace)
    : all.sort(byPlace);
}

function withoutRepeated(all: readonly Diagnostic[], rules: ReadonlyMap<string, Rule>): Diagnostic[] {
  const told = byRange(all.filter(({ builtin }) => builtin !== 'schema'));
  const breaks = new RangeIndex(all.filter(({ builtin, severity }) => builtin === 'syntax' && severity === 'error'));
  const isReplacing = ({ rule, severity }: Diagnostic, schema: Diagnostic) =>
    severity === 'error' || schema.severity !== 'error' || rules.get(rule)?.canReplaceSchema;
  const isTold = (schema: Diagnostic) =>
    told.get(keyOf(schema))?.some((other) => isReplacing(other, schema)) || breaks.hasInside(schema.range);
  return all.filter((diagnostic) => diagnostic.builtin !== 'schema' || !isTold(diagnostic));
}

const keyOf = ({ range }: Diagnostic): string => `${range.start}-${range.end}`;

function byRange(diagnostics: readonly Diagnostic[]): ReadonlyMap<string, readonly Diagnostic[]> {
  const found = new Map<string, Diagnostic[]>();
  for (const diagnostic of diagnostics) {
    const key = keyOf(diagnostic);
    const same = found.get(key);
    if (same) same.push(diagnostic);
    else found.set(key, [diagnostic]);
  }
  return found;
}
