import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { kinds } from '../../server/core/kinds/index.ts';
import { rulesById } from '../../server/core/lint/builtinRules.ts';
import { examplesOf, lintExample } from '../support/page.ts';
import { root } from '../support/root.ts';
import { follows } from '../support/rule.ts';

const byId = rulesById(kinds);

test('no example of a page gets a severity that its rule may not have', () => {
  const wrong = new Set<string>();
  for (const kind of kinds) {
    const folder = path.join(root, 'server/core/kinds', kind.id, 'rules');
    for (const name of fs.existsSync(folder) ? fs.readdirSync(folder) : []) {
      if (!name.endsWith('.md')) continue;
      for (const { blocks } of examplesOf(fs.readFileSync(path.join(folder, name), 'utf8'))) {
        for (const hosts of ['desktop-3p', 'claude-code', 'desktop-3p,claude-code']) {
          const example = { blocks: blocks.map((block) => ({ ...block, options: { ...block.options, hosts } })) };
          for (const { rule, severity } of lintExample(example, kinds)) {
            const about = byId.get(rule);
            if (!about || !follows(severity, about)) wrong.add(`${rule}: ${severity} in ${kind.id}/${name}`);
          }
        }
      }
    }
  }
  assert.deepEqual([...wrong], []);
});
