import { impacts, kinds, levelText, nearest, rulesOf } from '../../core/index.ts';
import { jsonText } from '../../core/writers/printable.ts';
import { commonHelp, oneOf, readArgs } from '../args.ts';
import { type ListedRule, listed, pageOf } from '../ruleList.ts';
import { paintFor } from '../terminal.ts';
import { UsageError } from '../usage.ts';

export const help = `Usage: plugboard rules [ID] [options]

Lists every rule, or prints the page of one: what it finds, with examples.

  --format FORMAT          text or json (default: text)
${commonHelp}`;

export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArgs(args, {});
  const format = oneOf('--format', values.format ?? 'text', ['text', 'json']);
  const [id, ...others] = positionals;
  if (others.length > 0) throw new UsageError('name one rule, or none for the list');
  const rules = kinds.flatMap(rulesOf).map(listed);
  if (id === undefined) {
    const paint = paintFor(values['no-color'] ?? false);
    const width = Math.max(...rules.map((each) => each.id.length));
    const line = (each: ListedRule) =>
      `${paint('bold', each.id.padEnd(width))}  ${each.severity.padEnd(7)}  ${each.certainty.padEnd(11)}  ${each.fixable ? 'fix' : '   '}  ${each.summary}`;
    process.stdout.write(format === 'json' ? `${jsonText(rules)}\n` : `${rules.map(line).join('\n')}\n`);
    return 0;
  }
  const found = named(rules, id);
  if (found.length === 0) {
    const near = nearest(
      id,
      rules.map((each) => each.id),
    );
    throw new UsageError(`unknown rule '${id}'${near ? `; did you mean ${near}?` : ' (plugboard rules lists them)'}`);
  }
  const pages = found.map((each) => ({ ...each, page: pageOf(each.id) ?? `# ${each.id}\n\n${each.summary}\n` }));
  const [only] = pages;
  process.stdout.write(
    format === 'json'
      ? `${jsonText(pages.length === 1 ? only : pages)}\n`
      : pages.map((each) => `${each.page}${about(each)}`).join('\n'),
  );
  return 0;
}

/** Returns the rule with this id, or the rules that replaced the one that had it. */
function named(rules: readonly ListedRule[], id: string): readonly ListedRule[] {
  const own = rules.filter((each) => each.id === id);
  return own.length > 0 ? own : rules.filter(({ aliases }) => aliases?.includes(id));
}

/** Returns the lines below a page that show the metadata of the rule. */
const about = (rule: ListedRule): string =>
  `Level: ${levelText(rule)}\nImpact: ${rule.impact}. ${impacts[rule.impact]}\n`;
