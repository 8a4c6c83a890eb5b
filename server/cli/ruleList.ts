import fs from 'node:fs';
import { type HostScope, type Rule, type RuleMetadata, type Severity, sources } from '../core/index.ts';

/** A rule in the JSON format of the command line. */
export interface ListedRule extends Omit<RuleMetadata, 'source'>, HostScope {
  readonly id: string;
  readonly severity: Severity;
  readonly summary: string;
  /** Whether its page shows a fix. */
  readonly fixable: boolean;
  /** Its former ids, or the ids of rules that it replaced. */
  readonly aliases?: readonly string[];
  readonly source: readonly ({ readonly url: string } | { readonly name: string })[];
}

/** Returns a rule with its metadata and its page. */
export function listed(rule: Rule): ListedRule {
  const { id, severity, summary = '', builtin, aliases, source, certainty, impact, tags, since, until } = rule;
  const { hosts, alone, mixed, elsewhere } = rule;
  const page = pageOf(id);
  return {
    id,
    severity,
    summary: page ? firstSentence(page) : summary,
    fixable: / fixed(=\d+)?\b/.test(page ?? '') || builtin === 'syntax',
    ...(aliases && { aliases }),
    certainty,
    impact,
    source: source.map((each) => {
      const about = sources[each];
      return 'url' in about ? { url: about.url } : { name: about.label };
    }),
    ...(hosts && { hosts }),
    ...(alone && { alone }),
    ...(mixed && { mixed }),
    ...(elsewhere && { elsewhere }),
    ...(tags && { tags }),
    ...(since && { since }),
    ...(until && { until }),
  };
}

/** Returns the page of a rule, which is next to the program; undefined if it has none. */
export function pageOf(id: string): string | undefined {
  const page = new URL(`rules/${id}.md`, import.meta.url);
  return fs.existsSync(page) ? fs.readFileSync(page, 'utf8') : undefined;
}

const firstSentence = (page: string): string => {
  const paragraph = page.split(/\n\s*\n/)[1] ?? '';
  const text = paragraph.replace(/\s+/g, ' ').trim();
  return /^.*?[.!?](?= |$)/.exec(text)?.[0] ?? text;
};
