import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fileUri, nameOf } from '../../server/core/base/uri.ts';
import { complete } from '../../server/core/features/completion/complete.ts';
import { hover } from '../../server/core/features/hover.ts';
import { symbols } from '../../server/core/features/symbols.ts';
import { kinds } from '../../server/core/kinds/index.ts';
import { Linter } from '../../server/core/lint/linter.ts';
import { viewOf } from '../../server/core/lint/workspaceView.ts';
import type { Document } from '../../server/core/model.ts';
import { convert } from '../../server/core/policy/convert/convertPolicy.ts';
import { policyFormats } from '../../server/core/policy/convert/policyFormat.ts';
import { readPolicy } from '../../server/core/policy/convert/readPolicy.ts';
import { policySyntax } from '../../server/core/policy/policySyntax.ts';
import { breakOf } from '../../server/core/syntax/syntax.ts';
import { Workspace } from '../../server/core/workspace/workspace.ts';
import { scan } from '../../server/disk/files.ts';
import { fixAllSafely } from '../support/fixAll.ts';
import { settings } from '../support/lint.ts';
import { shared } from '../support/root.ts';

/** Real files of others, which are next to the project on its authors' machines and never part of it. */
const corpus = path.join(shared, 'corpus');
const skip = fs.existsSync(corpus) ? false : 'needs ../shared';

async function open(folder: string): Promise<Workspace> {
  const workspace = new Workspace(kinds);
  await scan([fileUri(path.join(corpus, folder))], workspace);
  return workspace;
}

const lint = (workspace: Workspace) => [...new Linter(workspace, () => settings).all().values()].flat();

test('every file of every repository is read and linted, and every range lies inside', { skip }, async () => {
  const workspace = await open('.');
  assert.ok(workspace.size > 500, `${workspace.size} documents`);
  for (const { uri, range, message } of lint(workspace)) {
    const text = workspace.get(uri)?.text ?? '';
    assert.ok(0 <= range.start && range.start <= range.end && range.end <= text.length, `${uri}: ${message}`);
  }
});

test('every kind is met', { skip }, async () => {
  const workspace = await open('.');
  const met = new Set([...workspace.all()].map(({ kind }) => kind.id));
  // These kinds do not occur in the corpus: their files are rarely published.
  const rare = ['version', 'pluginSettings', 'configMeta', 'bundle', 'config', 'tools', 'expectations'];
  assert.deepEqual(
    kinds.map(({ id }) => id).filter((id) => !met.has(id) && !rare.includes(id)),
    [],
  );
});

test('completion, hover and outline work all over real files', { skip }, async () => {
  const workspace = await open('plugins');
  const context = { workspace: viewOf(workspace, new Set()), target: settings.target };
  let places = 0;
  const everywhere = (document: Document) => {
    symbols(document);
    const step = Math.max(1, Math.floor(document.text.length / 15));
    for (let offset = 0; offset <= document.text.length && offset < 4000; offset += step) {
      complete(document, offset, context);
      hover(document, offset, context);
      places++;
    }
  };
  for (const document of workspace.all()) everywhere(document);
  for (const document of (await open('mdm')).all()) everywhere(document);
  assert.ok(places > 3000);
  console.log(`${places} places`);
});

for (const repository of ['anthropics+knowledge-work-plugins', 'obra+superpowers']) {
  test(`${repository}: carefully made plugins get no error and no warning`, { skip }, async () => {
    const workspace = await open(`plugins/${repository}`);
    assert.ok(workspace.size > 10);
    const wrong = lint(workspace).filter(({ severity }) => severity === 'error' || severity === 'warning');
    assert.deepEqual(
      wrong.map(({ uri, message }) => `${nameOf(uri)}: ${message}`),
      [],
    );
  });
}

test('manifests of other products are not ours, and neither are settings of other programs', { skip }, async () => {
  const workspace = await open('.');
  for (const { uri, kind } of workspace.all()) {
    assert.doesNotMatch(uri, /\/\.(cursor|codex|gemini|opencode)(-plugin)?\//, kind.id);
    if (kind.id === 'policy') assert.doesNotMatch(nameOf(uri), /^(package|tsconfig|settings|schema|manifest)\.json$/);
  }
});

test('every policy keeps its values through every pair of formats', { skip }, async () => {
  const workspace = await open('mdm');
  const read = (text: string) => readPolicy(policySyntax.parse(text)).entries;
  let policies = 0;
  for (const { kind, text, uri } of workspace.all()) {
    if (kind.id !== 'policy' || breakOf(policySyntax.parse(text))) continue;
    policies++;
    for (const from of policyFormats) {
      const between = convert(text, from).text;
      for (const to of policyFormats) {
        assert.deepEqual(read(convert(between, to).text), read(text), `${uri}: ${from} → ${to}`);
      }
    }
  }
  assert.ok(policies > 8, `${policies} policies`);
  console.log(`${policies} policies through ${policyFormats.length ** 2} pairs of formats`);
});

test('no fix that needs no second look breaks a file or loses a field', { skip }, async () => {
  assert.ok(fixAllSafely(await open('.'), settings) > 0);
});
