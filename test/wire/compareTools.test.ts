import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { type CompareSide, type CompareToolsAnswer, requests } from '../../server/protocol.ts';
import { diskServer } from '../support/diskServer.ts';
import { files, fleet, kinds } from './fleet.ts';
import { at, type Client, connect } from './support.ts';

const now: CompareSide = { is: 'now' };
const ask = (
  client: Pick<Client, 'connection'>,
  before: CompareSide,
  after: CompareSide = now,
): Promise<CompareToolsAnswer> => client.connection.sendRequest(requests.compareTools, { before, after });

function shown(answer: CompareToolsAnswer): string[] {
  if ('problem' in answer) return [answer.problem];
  return answer.groups.flatMap(({ title, rows }) =>
    rows.map(
      ({ owner, tools, surfaces, before, after, place }) =>
        `${title}: ${owner} › ${tools} in ${surfaces}: ${before.word} → ${after.word} (${place})`,
    ),
  );
}

const looser = fleet.replace('"get_issue": "allow"', '"get_issue": "allow", "drop": "allow"');
const stricter = fleet.replace('"get_issue": "allow"', '"get_issue": "ask"');

test('two policies are compared, the most dangerous first, with the line that came', async (context) => {
  const client = await connect(context, { kinds, files: { ...files, 'next-fleet.json': looser } });
  const answer = await ask(
    client,
    { is: 'policy', uri: at('fleet.json') },
    { is: 'policy', uri: at('next-fleet.json') },
  );
  assert.ok(!('problem' in answer));
  assert.equal(answer.isDangerous, true);
  assert.match(shown(answer)[0] ?? '', /^Looser: tickets › drop in .*Cowork.*→ Allow \(next-fleet\.json:\d+\)$/);
  assert.match(answer.summary[0], /1 tool becomes looser/);
  assert.match(answer.markdown, /^<!-- plugboard-diff/);
  assert.equal(JSON.parse(answer.json).counts.looser, 1);
});

test('a policy is compared with a profile, and plugins with another folder of them', async (context) => {
  const client = await connect(context, { kinds, files: { ...files, 'other/a/.claude-plugin/plugin.json': '{}' } });
  const profile = await ask(client, { is: 'profile', profile: 'locked-down' });
  assert.ok(!('problem' in profile));
  assert.equal(profile.before.name, 'profile:locked-down');
  const plugins = await ask(client, now, { is: 'plugins', uri: at('other') });
  assert.ok(shown(plugins).some((line) => line.startsWith('Gone: review')));
});

test('a side that is the same changes nothing', async (context) => {
  const client = await connect(context, { kinds, files });
  const answer = await ask(client, now);
  assert.deepEqual(shown(answer), []);
});

test('git is not called before the workspace is trusted', async (context) => {
  const client = await connect(context, { kinds, files });
  assert.deepEqual(shown(await ask(client, { is: 'revision', revision: 'HEAD' })), [
    'Git is not run in an untrusted workspace. Trust the workspace first.',
  ]);
});

test('what is typed is compared with a revision of the repository', async (context) => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'plugboard-'));
  context.after(() => fs.rmSync(folder, { recursive: true, force: true }));
  const git = (...args: string[]) => execFileSync('git', ['-C', folder, ...args], { stdio: 'pipe' });
  git('init', '-q');
  fs.writeFileSync(path.join(folder, 'fleet.json'), fleet);
  git('add', '.');
  git('-c', 'user.name=a', '-c', 'user.email=a@example.com', 'commit', '-qm', 'one');
  fs.writeFileSync(path.join(folder, 'fleet.json'), stricter);
  const root = pathToFileURL(folder).href;
  const client = { connection: await diskServer(context, folder) };
  const answer = await ask(client, { is: 'revision', revision: 'HEAD' });
  assert.ok(!('problem' in answer), JSON.stringify(answer));
  assert.match(answer.before.commit ?? '', /^[0-9a-f]{40}$/);
  assert.match(shown(answer)[0] ?? '', /^Stricter: tickets › get_issue .*→ Ask \(fleet\.json:\d+\)$/);
  const [row] = answer.groups[0]?.rows ?? [];
  assert.equal(row?.origin?.uri, `${root}/fleet.json`);
  assert.equal(row?.line?.sign, '+');
  assert.deepEqual(shown(await ask(client, { is: 'revision', revision: 'nowhere' })), [
    'There is no revision nowhere here.',
  ]);
  assert.match(shown(await ask(client, { is: 'revision', revision: '--all' }))[0] ?? '', /dash/);
});
