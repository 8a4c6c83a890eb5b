import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import type { Diagnostic } from '../../server/core/base/text.ts';
import { kinds } from '../../server/core/kinds/index.ts';
import { examplesOf, filesOf, lintExample } from '../support/page.ts';
import { root, shared } from '../support/root.ts';

/** A carefully written plugin without findings, into which the mistakes are planted. */
const clean = path.join(shared, 'corpus/plugins/anthropics+knowledge-work-plugins/sales');
const skip = fs.existsSync(clean) ? false : 'needs ../shared';

const real = (): Record<string, string> =>
  Object.fromEntries(
    fs
      .readdirSync(clean, { recursive: true, encoding: 'utf8' })
      .filter((name) => fs.statSync(path.join(clean, name)).isFile())
      .map((name) => [name.replaceAll('\\', '/'), fs.readFileSync(path.join(clean, name), 'utf8')]),
  );

/** Rules about something missing that a complete plugin has. */
const isAboutLacks = (id: string): boolean =>
  /\/(plugin-without-manifest|manifest-at-top|folder-without-dot|in-org-plugins)$/.test(id);

const told = ({ rule, uri, range }: Diagnostic): string => `${rule} ${uri} ${range.start}-${range.end}`;

for (const kind of kinds) {
  for (const { id } of kind.rules) {
    const page = fs.readFileSync(
      path.join(root, 'server/core/kinds', kind.id, 'rules', `${id.split('/')[1]}.md`),
      'utf8',
    );
    for (const [number, example] of examplesOf(page).entries()) {
      const files = filesOf(example);
      const folder = Object.keys(files).flatMap((name) => /^.*?org-plugins\/[^/]+\//.exec(name)?.[0] ?? [])[0];
      const alone = lintExample(example, kinds).filter(({ rule }) => rule === id);
      if (folder === undefined || alone.length === 0 || isAboutLacks(id)) continue;
      test(`${id}: example ${number + 1} is found in a real plugin`, { skip }, () => {
        const around = Object.fromEntries(Object.entries(real()).map(([name, text]) => [folder + name, text]));
        const found = new Set(lintExample(example, kinds, around).map(told));
        assert.deepEqual(
          alone.map(told).filter((each) => !found.has(each)),
          [],
        );
      });
    }
  }
}
