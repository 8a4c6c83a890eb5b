import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import type { Host } from '../../../server/core/base/hosts.ts';
import { kinds } from '../../../server/core/kinds/index.ts';
import { convert } from '../../../server/core/policy/convert/convertPolicy.ts';
import { ConvertError } from '../../../server/core/policy/convert/policyFormat.ts';
import { formatSamples } from '../../support/formats.ts';
import { lintFiles, settings } from '../../support/lint.ts';
import { examplesOf } from '../../support/page.ts';
import { root } from '../../support/root.ts';

test('the sample policy is clean in every format', () => {
  for (const [file, text] of Object.entries(formatSamples)) {
    assert.deepEqual(
      lintFiles({ [file]: text }).map(({ message }) => message),
      [],
      file,
    );
  }
});

const folder = path.join(root, 'server/core/kinds/policy/rules');
const isMark = (line: string): boolean => /^\s*\^+ /.test(line);

/** A bootstrap server responds only in JSON, and a wrapper around all keys is a JSON object, as the nested format is. */
const inJsonAlone = new Set(['policy/not-in-bootstrap-response', 'policy/wrapper-object', 'policy/old-nested-path']);

/** Counts the findings of a rule in one file. */
function count(rule: string, file: string, text: string, options: Readonly<Record<string, string>>): number {
  const target = {
    minimumVersion: options.version ?? settings.target.minimumVersion,
    date: options.date ?? settings.target.date,
    hosts: (options.hosts?.split(',') ?? settings.target.hosts) as readonly Host[],
  };
  return lintFiles({ [file]: text }, { levels: {}, target }, kinds).filter((found) => found.rule === rule).length;
}

for (const page of fs.readdirSync(folder).filter((name) => name.endsWith('.md'))) {
  const rule = `policy/${page.slice(0, -3)}`;
  const examples = examplesOf(fs.readFileSync(path.join(folder, page), 'utf8'))
    .map(({ blocks }) => blocks.filter(({ fixed }) => fixed === undefined))
    .filter(([block, ...others]) => others.length === 0 && block?.path.endsWith('.json') && block.lines.some(isMark));
  if (examples.length === 0 || inJsonAlone.has(rule)) continue;
  test(`${rule} speaks in every format as it does in JSON`, () => {
    for (const [block] of examples) {
      if (!block) continue;
      const text = `${block.lines.filter((line) => !isMark(line)).join('\n')}\n`;
      const expected = count(rule, block.path, text, block.options);
      for (const to of ['mobileconfig', 'reg'] as const) {
        try {
          const converted = convert(text, to).text;
          const file: string = `${block.path.replace(/\.json$/, '')}.${to}`;
          assert.equal(count(rule, file, converted, block.options), expected, converted);
        } catch (error) {
          if (!(error instanceof ConvertError)) throw error;
        }
      }
    }
  });
}
