import fs from 'node:fs';
import { nearest } from '../../core/base/suggest.ts';
import { kinds } from '../../core/kinds/index.ts';
import { rulesOf } from '../../core/lint/builtinRules.ts';
import type { Rule } from '../../core/model.ts';
import { jsonText } from '../../core/writers/printable.ts';
import { commonHelp, oneOf, readArgs } from '../args.ts';
import { paintFor } from '../terminal.ts';
import { UsageError } from '../usage.ts';

export const help = `Usage: plugboard rules [ID] [options]

Lists every rule, or prints the page of one: what it finds, with examples.

  --format FORMAT          text or json (default: text)
${commonHelp}`;

interface Listed {
  readonly id: string;
  readonly severity: string;
  readonly summary: string;
  /** Whether its page shows a fix. */
  readonly fixable: boolean;
  /** Ids that it had, or that rules had whose place it took. */
  readonly aliases?: readonly string[];
}

export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArgs(args, {});
  const format = oneOf('--format', values.format ?? 'text', ['text', 'json']);
  const rules = kinds.flatMap(rulesOf);
  const [id, ...others] = positionals;
  if (others.length > 0) throw new UsageError('name one rule, or none for the list');
  const listed = rules.map(describe);
  if (id === undefined) {
    const paint = paintFor(values['no-color'] ?? false);
    const width = Math.max(...listed.map((each) => each.id.length));
    const line = (each: Listed) =>
      `${paint('bold', each.id.padEnd(width))}  ${each.severity.padEnd(7)}  ${each.fixable ? 'fix' : '   '}  ${each.summary}`;
    process.stdout.write(format === 'json' ? `${jsonText(listed)}\n` : `${listed.map(line).join('\n')}\n`);
    return 0;
  }
  const found = named(listed, id);
  if (found.length === 0) {
    const near = nearest(
      id,
      listed.map((each) => each.id),
    );
    throw new UsageError(
      `there is no rule '${id}'${near ? `; did you mean ${near}?` : ' (plugboard rules lists them)'}`,
    );
  }
  const pages = found.map((each) => ({ ...each, page: pageOf(each.id) ?? `# ${each.id}\n\n${each.summary}\n` }));
  const [only] = pages;
  process.stdout.write(
    format === 'json' ? `${jsonText(pages.length === 1 ? only : pages)}\n` : pages.map(({ page }) => page).join('\n'),
  );
  return 0;
}

/** The rule with this id, or those that took the place of one that had it. */
function named(listed: readonly Listed[], id: string): readonly Listed[] {
  const own = listed.filter((each) => each.id === id);
  return own.length > 0 ? own : listed.filter(({ aliases }) => aliases?.includes(id));
}

function describe({ id, severity, summary = '', aliases }: Rule): Listed {
  const page = pageOf(id);
  return {
    id,
    severity,
    summary: page ? firstSentence(page) : summary,
    fixable: / fixed(=\d+)?\b/.test(page ?? '') || id.endsWith('/syntax'),
    ...(aliases && { aliases }),
  };
}

/** The pages lie beside the program. */
function pageOf(id: string): string | undefined {
  const page = new URL(`rules/${id}.md`, import.meta.url);
  return fs.existsSync(page) ? fs.readFileSync(page, 'utf8') : undefined;
}

const firstSentence = (page: string): string => {
  const paragraph = page.split(/\n\s*\n/)[1] ?? '';
  const text = paragraph.replace(/\s+/g, ' ').trim();
  return /^.*?[.!?](?= |$)/.exec(text)?.[0] ?? text;
};
