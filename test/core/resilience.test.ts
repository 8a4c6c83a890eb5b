import assert from 'node:assert/strict';
import { test } from 'node:test';
import { afterDeath, type Death, entryIn, isStuck } from '../../client/resilience/deaths.ts';
import { type Repeat, Watchdog } from '../../client/resilience/watchdog.ts';

const uri = 'file:///a/SKILL.md';
const times = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value);

test('a journal names the document that was being examined', () => {
  assert.deepEqual(entryIn(`12 ${uri}\nold text`), { step: 12, uri });
  assert.deepEqual(entryIn('13 \n/SKILL.md\n'), { step: 13, uri: undefined });
  for (const text of ['', '12', '12 file:///a', '\n']) assert.deepEqual(entryIn(text), { step: 0, uri: undefined });
});

test('a server is stuck if it does not answer and remains in one document, or in none for longer', () => {
  assert.equal(isStuck([]), false);
  assert.equal(isStuck(times(9, { step: 1, uri })), false);
  assert.equal(isStuck(times(10, { step: 1, uri })), true);
  assert.equal(isStuck(times(29, { step: 1, uri: undefined })), false);
  assert.equal(isStuck(times(30, { step: 1, uri: undefined })), true);
  const slow = Array.from({ length: 1_000 }, (_, step) => ({ step, uri }));
  assert.equal(isStuck(slow), false);
  assert.equal(isStuck([...slow, ...times(9, { step: 7, uri })]), false);
});

test('each new death is told, the document is left out, and five deaths in three minutes are enough', () => {
  const at = (minute: number, of?: string): Death => ({ time: minute * 60_000, uri: of, isStuck: false });
  assert.deepEqual(afterDeath([at(0, uri)]), { restarts: true, leaveOut: uri, isNews: true });
  assert.deepEqual(afterDeath([at(0)]), { restarts: true, leaveOut: undefined, isNews: true });
  assert.deepEqual(afterDeath([at(0, uri), at(1, uri)]).isNews, false);
  assert.deepEqual(afterDeath([at(0, uri), at(1)]).isNews, true);
  assert.deepEqual(afterDeath([at(0, uri), at(4, uri)]).isNews, true);
  const five = [0, 0.1, 0.2, 0.3, 0.4].map((minute) => at(minute, uri));
  assert.deepEqual(afterDeath(five), { restarts: false, leaveOut: uri, isNews: true });
  assert.equal(afterDeath([0, 1, 2, 3, 4].map((minute) => at(minute, uri))).restarts, true);
});

/** A server that never answers while it `hangs`. */
function watched() {
  const done = { pings: 0, kills: 0, step: 0, hangs: false, isRunning: true };
  const looks = new Set<() => void>();
  const clock: Repeat = (look) => {
    looks.add(look);
    return () => looks.delete(look);
  };
  const watched = {
    isRunning: () => done.isRunning,
    ping: () => {
      done.pings++;
      return done.hangs ? new Promise(() => {}) : Promise.resolve();
    },
    journal: () => ({ step: done.step, uri }),
    kill: () => {
      done.kills++;
      done.hangs = false;
    },
  };
  const look = async (count = 1) => {
    for (let i = 0; i < count; i++) {
      for (const each of looks) each();
      await new Promise(setImmediate);
    }
  };
  return { done, look, watchdog: new Watchdog(watched, clock) };
}

test('the watchdog asks only after something was sent, and kills a server that is stuck', async () => {
  const { done, look, watchdog } = watched();
  await look(5);
  assert.deepEqual([done.pings, done.kills], [0, 0]);
  for (let i = 0; i < 1_000; i++) watchdog.noteActivity();
  await look(5);
  assert.deepEqual([done.pings, done.kills], [1, 0]);
  done.hangs = true;
  watchdog.noteActivity();
  for (let i = 0; i < 50; i++) {
    done.step++;
    await look();
  }
  assert.equal(done.kills, 0, 'it goes on to other documents');
  await look(10);
  assert.equal(done.kills, 1);
  await look(100);
  assert.deepEqual([done.pings, done.kills], [2, 1], 'the next server is left alone until something is sent');
  watchdog.stop();
});

test('a server that is not running, or that a debugger holds, is not asked', async () => {
  const { done, look, watchdog } = watched();
  done.isRunning = false;
  watchdog.noteActivity();
  await look(50);
  assert.deepEqual([done.pings, done.kills], [0, 0]);
});
