import assert from 'node:assert/strict';
import { test } from 'node:test';
import { catalogue } from '../../server/core/policy/catalogue.ts';
import { holdGenerated } from '../support/generated.ts';
import { formats, measure, type Row } from './keyTable.ts';

const all = formats.map(({ name }) => name);

/** Returns a tick if it is true for all possible formats, otherwise the formats for which it is. */
function tick(holds: readonly string[], can: readonly string[] = all): string {
  if (can.length === 0) return '·';
  return can.every((name) => holds.includes(name)) ? '✓' : holds.join(', ') || '—';
}

/** Rules that report every key, which the table does not repeat. */
const forAll = ['policy/unknown-key', 'policy/empty-value'];

const hasValues = ({ key }: Row): boolean =>
  !/\[\]|object/.test(key.type) && (key.enum !== undefined || key.type === 'boolean');

function table(rows: readonly Row[]): string {
  const groups = [...new Set(rows.map(({ key }) => key.group))];
  const head = [
    '| Key | Type | Since | Completion | Values | Hover | Schema | Rules |',
    '|---|---|---|:-:|:-:|:-:|:-:|---|',
  ];
  const line = (row: Row): string => {
    const { key, rules } = row;
    const links = rules
      .filter((id) => !forAll.includes(id))
      .map((id) => `[${id.slice(7)}](../server/core/kinds/policy/rules/${id.slice(7)}.md)`);
    const values = hasValues(row) ? tick(row.values) : '·';
    return `| \`${key.key}\` | \`${key.type}\` | ${key.since ?? ''} | ${tick(row.completion)} | ${values} | ${tick(row.hover)} | ${tick(row.schema, row.canBeWrong)} | ${links.join(', ')} |`;
  };
  const parts = groups.map((group) =>
    [`## ${group}`, '', ...head, ...rows.filter(({ key }) => key.group === group).map(line)].join('\n'),
  );
  return `# Policy keys

What Plugboard does for each key of the managed configuration, in each of its formats (${all.join(', ')}). The table is measured: a test asks the language
server for completion and hover at every key, sets every key to a wrong value, and records the answers. Regenerate it with \`UPDATE=1 node scripts/ring.mjs wire keyTable\`.

✓ in every format, · does not apply. *Values*: every value of a choice is offered. *Schema*: a wrong value is reported at its place. *Rules*: those that report the key in these
documents or in the examples of their pages, except \`unknown-key\` and \`empty-value\`, which apply to every key.

${parts.join('\n\n')}
`;
}

test('every key of the policy has completion, hover, a schema and rules, as the table says', async (context) => {
  // With KEY=name only that key is measured, and its part of the table is printed.
  const only = catalogue.keys.filter(({ key }) => key === process.env.KEY);
  const rows = await measure(context, only.length > 0 ? only : catalogue.keys);
  for (const row of rows) {
    const { key, completion, values, hover, schema, canBeWrong } = row;
    assert.deepEqual(completion, all, `${key.key}: completion`);
    assert.deepEqual(hover, all, `${key.key}: hover`);
    if (hasValues(row)) assert.deepEqual(values, all, `${key.key}: values`);
    assert.ok(
      canBeWrong.length > 0,
      `${key.key}: no value is wrong for its \`type\`: is it spelled as that of other keys?`,
    );
    for (const id of forAll) assert.ok(row.rules.includes(id), `${key.key}: ${id} does not speak of it`);
    assert.deepEqual(schema, canBeWrong, `${key.key}: a wrong value is not reported`);
  }
  if (only.length > 0) return console.log(table(rows));
  console.log(`  ${rows.length} keys in ${all.length} formats`);
  holdGenerated('docs/policy-keys.md', table(rows), 'node scripts/ring.mjs wire keyTable');
});
