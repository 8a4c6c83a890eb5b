import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { fileUri } from '../../server/core/base/uri.ts';
import { kinds } from '../../server/core/kinds/index.ts';
import type { LintSettings } from '../../server/core/lint/activeRules.ts';
import { Linter } from '../../server/core/lint/linter.ts';
import { Workspace } from '../../server/core/workspace/workspace.ts';
import { scan } from '../../server/disk/files.ts';
import { settings } from '../support/lint.ts';
import { shared } from '../support/root.ts';
import { differences } from './oracleDifferences.ts';

/** The text of a file, its bytes, or the target of a link. */
type Content = string | { readonly base64: string } | { readonly link: string };
interface Case {
  readonly id: string;
  readonly files: Readonly<Record<string, Content>>;
  readonly verdict: Verdict;
}
type Verdict = 'error' | 'warning' | 'none';

/** Plugin folders with the verdicts of the validator of Claude Code 2.1.332. */
const oracle = path.join(shared, 'domain/oracle-cases.json');
const skip = fs.existsSync(oracle) ? false : 'needs ../shared';

const forClaudeCode: LintSettings = { target: { ...settings.target, hosts: ['claude-code'] }, levels: {} };

function write(file: string, content: Content): void {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  if (typeof content === 'string') fs.writeFileSync(file, content);
  else if ('link' in content) fs.symlinkSync(content.link, file);
  else fs.writeFileSync(file, Buffer.from(content.base64, 'base64'));
}

async function verdictOf(folder: string): Promise<Verdict> {
  const workspace = new Workspace(kinds);
  await scan([fileUri(folder)], workspace);
  const found = [...new Linter(workspace, () => forClaudeCode).all().values()].flat();
  const has = (wanted: string) => found.some(({ severity }) => severity === wanted);
  return has('error') ? 'error' : has('warning') ? 'warning' : 'none';
}

test('verdicts are those of the validator, or the difference is argued', { skip }, async (t) => {
  const top = fs.mkdtempSync(path.join(os.tmpdir(), 'plugboard-oracle-'));
  t.after(() => fs.rmSync(top, { recursive: true }));
  const { cases }: { readonly cases: readonly Case[] } = JSON.parse(fs.readFileSync(oracle, 'utf8'));
  const argued = new Map(
    differences.flatMap(({ cases: ids, verdict, ours }) => ids.map((id) => [id, `${verdict} > ${ours}`])),
  );
  const actual: string[] = [];
  const expected: string[] = [];
  for (const [at, { id, files, verdict }] of cases.entries()) {
    const folder = path.join(top, String(at), 'harbour');
    for (const [name, content] of Object.entries(files)) write(path.join(folder, name), content);
    actual.push(`${id}: ${verdict} > ${await verdictOf(folder)}`);
    expected.push(`${id}: ${argued.get(id) ?? `${verdict} > ${verdict}`}`);
  }
  assert.deepEqual(actual, expected);
  const ids = new Set(cases.map(({ id }) => id));
  assert.deepEqual(
    [...argued.keys()].filter((id) => !ids.has(id)),
    [],
  );
});
