import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { entryIn } from '../../client/resilience/deaths.ts';
import { kinds } from '../../server/core/kinds/index.ts';
import { journalIn } from '../../server/lsp/journal.ts';
import { notifications, requests } from '../../server/protocol.ts';
import { at, connect } from './support.ts';

const manifest = 'org-plugins/a/.claude-plugin/plugin.json';
const skill = 'org-plugins/a/skills/s/SKILL.md';
const files = {
  [manifest]: '{ "name": "a", "description": "A.", "version": "1.0.0", "autor": "x" }',
  [skill]: '---\nname: s\ndescription: Does s. Use when asked.\nallowed_tools: Read\n---\nDo s.\n',
};

/** A client whose earlier server did not survive the skill. */
const without = (context: TestContext, options: object = {}) =>
  connect(context, { kinds, files, initializationOptions: { leftOut: [at(skill)], ...options } });

test('a document that is left out has no findings, and its neighbours have theirs', async (context) => {
  const client = await without(context);
  assert.deepEqual(client.messages(skill), []);
  assert.equal(client.messages(manifest).length, 1);
  await client.open(skill, files[skill] ?? '', 'markdown');
  assert.deepEqual(client.messages(skill), [], 'opening it is not enough');
  assert.deepEqual(client.log, []);
});

test('editing a document that is left out tries it again', async (context) => {
  const client = await without(context);
  await client.open(skill, files[skill] ?? '', 'markdown');
  assert.equal((await client.change(skill, `${files[skill]}More.\n`)).length, 1);
});

test('the client may include a document again, open or not', async (context) => {
  const client = await without(context);
  await client.connection.sendNotification(notifications.leftOut, []);
  await client.sync();
  client.pause();
  await client.sync();
  assert.equal(client.messages(skill).length, 1);
  assert.equal(await client.connection.sendRequest(requests.alive), null);
});

test('the journal names the document during the work on it, and none afterwards', async (context) => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'plugboard-journal-'));
  context.after(() => fs.rmSync(folder, { recursive: true }));
  const journal = path.join(folder, 'examining.txt');
  const read = () => entryIn(fs.readFileSync(journal, 'utf8'));
  const during = journalIn(journal);
  const seen = during('file:///long/name/of/a', () => [read(), during('file:///b', read), read()]);
  assert.deepEqual(
    seen.map(({ uri }) => uri),
    ['file:///long/name/of/a', 'file:///b', 'file:///long/name/of/a'],
  );
  assert.throws(() =>
    during('file:///c', () => {
      throw new Error('fails');
    }),
  );
  assert.equal(read().uri, undefined);
  const client = await without(context, { journal });
  const { step, uri } = read();
  assert.equal(uri, undefined);
  await client.open(manifest, '{}');
  assert.ok(read().step > step, 'each look at a document is noted');
});

test('a journal that cannot be written stops nothing', async (context) => {
  const client = await without(context, { journal: '/nowhere/at/all/examining.txt' });
  assert.equal(client.messages(manifest).length, 1);
});
