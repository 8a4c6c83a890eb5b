import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import summaries from '../../server/core/generated/ruleSummaries.json';
import { kinds } from '../../server/core/kinds/index.ts';
import { rulesOf } from '../../server/core/lint/builtinRules.ts';
import type { DocumentKind, Rule } from '../../server/core/model.ts';
import { impacts } from '../../server/core/ruleMetadata.ts';
import { holdGenerated } from '../support/generated.ts';
import { root } from '../support/root.ts';

const summaryOf: ReadonlyMap<string, string> = new Map(Object.entries(summaries));
const groups = [...kinds].sort((a, b) => (a.title < b.title ? -1 : 1));
const nameOf = ({ id }: Rule): string => id.slice(id.indexOf('/') + 1);
const pageOf = (rule: Rule): string => `server/core/kinds/${rule.id.replace('/', '/rules/')}.md`;
const hasPage = (rule: Rule): boolean => fs.existsSync(path.join(root, pageOf(rule)));
const hasFix = (rule: Rule): boolean =>
  hasPage(rule) && /^`{3,}.* fixed(=\d+)?( |$)/m.test(fs.readFileSync(path.join(root, pageOf(rule)), 'utf8'));
const cell = (text: string): string => text.replaceAll('|', '\\|');

/** Returns the hosts that a rule applies to, and its level elsewhere if that differs: "`claude-code`, elsewhere hint". */
const hostsOf = ({ hosts, mixed, elsewhere }: Rule): string =>
  [
    hosts?.map((host) => `\`${host}\``).join(', '),
    mixed && `with others ${mixed}`,
    elsewhere && `elsewhere ${elsewhere}`,
  ]
    .filter(Boolean)
    .join(', ');

function row(rule: Rule): string {
  const name = hasPage(rule) ? `[${nameOf(rule)}](../${pageOf(rule)})` : nameOf(rule);
  const cells = [
    name,
    rule.severity,
    hostsOf(rule),
    rule.certainty,
    rule.impact,
    rule.scope === 'workspace' ? '✓' : '',
    hasFix(rule) ? '✓' : '',
  ];
  return `| ${[...cells, cell(summaryOf.get(rule.id) ?? '')].join(' | ')} |`;
}

const section = (kind: DocumentKind): string => `## ${kind.title}

Ids \`${kind.id}/…\`, for ${kind.files.map((glob) => `\`${glob}\``).join(', ')}.

| Rule | Level | Hosts | Certainty | Impact | Across files | Fix | What it finds |
|---|---|---|---|---|:-:|:-:|---|
${kind.rules.map(row).join('\n')}`;

const page = `# Rules

All rules by kind of file. Each rule’s page has examples; \`plugboard rules ID\` prints it. *Level* is the severity of most of its findings; \`rules\` in \`.plugboard.json\` sets another.
*Hosts*: it is about these only. Elsewhere it is off, or at most what the column says. *Across files*: it looks at other files too.

*Certainty* is how well the rule is founded: a page of the documentation, a validator or a published standard says so, or only third parties or our reading. *Impact* is what goes wrong:

${Object.entries(impacts)
  .map(([impact, text]) => `- \`${impact}\`: ${text}`)
  .join('\n')}

Level follows from both: only certain harm is more than a hint.

Every kind of file has two more rules: \`…/syntax\`, the text cannot be parsed, and \`…/schema\`, a key or value does not match the schema. Kinds that can hold [suppressions](suppressions.md) also have
\`…/bad-suppression\` and \`…/unused-suppression\`.

This page is generated from the rules: \`UPDATE=1 node scripts/ring.mjs core ruleTable\`.

${groups.map(section).join('\n\n')}
`;

const shortRow = (kind: DocumentKind): string => {
  const examples = kind.rules.filter(hasPage).slice(0, 3);
  const links = examples.map((rule) => `[${nameOf(rule)}](${pageOf(rule)})`).join(', ');
  return `| ${kind.title} | ${rulesOf(kind).length} | ${links} |`;
};
const all = groups.reduce((sum, kind) => sum + rulesOf(kind).length, 0);
const short = `| Kind of file | Rules | Such as |
|---|---|---|
${groups.map(shortRow).join('\n')}
| [All of them](docs/rules.md) | ${all} | |`;

const marked = /(?<=<!-- rules -->\n\n)[\s\S]*?(?=\n\n<!-- end of rules -->)/;

const command = 'node scripts/ring.mjs core ruleTable';

test('docs/rules.md lists every rule', () => holdGenerated('docs/rules.md', page, command));

test('the README counts the rules', () => {
  const readme = fs.readFileSync(path.join(root, 'README.md'), 'utf8');
  assert.match(readme, marked);
  holdGenerated(
    'README.md',
    readme.replace(marked, () => short),
    command,
  );
});
