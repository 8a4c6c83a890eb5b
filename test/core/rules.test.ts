import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { kinds } from '../../server/core/kinds/index.ts';
import { rulesOf } from '../../server/core/lint/builtinRules.ts';
import type { Rule } from '../../server/core/model.ts';
import { sourceLine } from '../../server/core/ruleSources.ts';
import { holdGenerated } from '../support/generated.ts';
import { examplesOf, redraw, runExample } from '../support/page.ts';
import { root } from '../support/root.ts';

const only = process.env.RULE ?? '';
const pageOf = (id: string) => {
  const [kind = '', name = ''] = id.split('/');
  return path.join(root, 'server/core/kinds', kind, 'rules', `${name}.md`);
};

/** Returns the page with the last line that the rule requires. */
const withSource = (page: string, rule: Rule): string =>
  `${page.replace(/\n+(Source: .*(\n.+)*\n*)?$/, '')}\n\n${sourceLine(rule)}\n`;

for (const kind of kinds) {
  for (const rule of kind.rules.filter(({ id }) => id.startsWith(only))) {
    test(`${rule.id}: its page is true`, () => {
      const file = pageOf(rule.id);
      assert.ok(fs.existsSync(file), `the rule has no page: write ${path.relative(root, file)}, with examples`);
      const page = fs.readFileSync(file, 'utf8');
      assert.equal(page.split('\n')[0], `# ${rule.id}`);
      const examples = examplesOf(page);
      const drawn = examples.map((example) => runExample(example, kinds));
      const command = `RULE=${rule.id} node scripts/ring.mjs core rules`;
      holdGenerated(path.relative(root, file), withSource(redraw(page, drawn), rule), command);
      const found = drawn.flatMap(({ diagnostics }) => diagnostics).filter((d) => d.rule === rule.id);
      assert.ok(found.length > 0, 'no example of the page shows the problem: add one that the rule reports');
      assert.ok(
        drawn.some(({ diagnostics }) => diagnostics.length === 0),
        'no example of the page is clean: add one that the rule accepts',
      );
    });
  }
}

test('every rule belongs to its kind, every page to a rule, and ids are unique', () => {
  const ids = kinds.flatMap((kind) => rulesOf(kind).map(({ id }) => id));
  assert.deepEqual(ids, [...new Set(ids)]);
  for (const kind of kinds) {
    for (const { id } of kind.rules) assert.ok(id.startsWith(`${kind.id}/`), id);
    const folder = path.join(root, 'server/core/kinds', kind.id, 'rules');
    const pages = fs.existsSync(folder) ? fs.readdirSync(folder).filter((name) => name.endsWith('.md')) : [];
    for (const name of pages)
      assert.ok(
        ids.includes(`${kind.id}/${name.slice(0, -3)}`),
        `${kind.id}/rules/${name} is no rule's page: add the rule to \`rules\` of the kind, or remove the page`,
      );
  }
});

test('every file with a rule is imported', () => {
  const folder = path.join(root, 'server/core/kinds');
  const names = fs.readdirSync(folder, { recursive: true }).map((name) => String(name).replaceAll('\\', '/'));
  const modules = names.filter((name) => name.endsWith('.ts'));
  const imported = new Set(
    modules.flatMap((name) =>
      [...fs.readFileSync(path.join(folder, name), 'utf8').matchAll(/ from '(\..*?)'/g)].map(([, to = '']) =>
        path.posix.join(path.posix.dirname(name), to),
      ),
    ),
  );
  const idle = modules.filter((name) => name.includes('/rules/') && !imported.has(name));
  assert.deepEqual(idle, [], 'nothing imports these: add what they export to `rules` of their kind');
});
