import { listOf } from '../base/words.ts';
import { surfaceList } from '../effective/surfaceList.ts';
import { surfaceNames, surfaces } from '../vocabulary/names.ts';
import { states } from '../vocabulary/states.ts';
import type { Claim, Expectation, Subject } from './expectation.ts';

const nouns: Readonly<Record<Exclude<Subject, 'tab'>, string>> = {
  tool: 'Tool',
  builtinTool: 'Built-in tool',
  server: 'Server',
  plugin: 'Plugin',
  setting: 'Setting',
};

/** Returns an expectation as a sentence without a full stop: ``Tool `delete_*` is at most Ask``. */
export function expectationWords({ subject, name, claim, server, plugin, surfaces: on }: Expectation): string {
  const what = subject === 'tab' ? (surfaces.find((each) => each === name) ?? 'chat') : undefined;
  const head = what ? surfaceNames[what] : `${nouns[subject as keyof typeof nouns]} \`${name}\``;
  const of = [
    ...(server === undefined ? [] : [`of server \`${server}\``]),
    ...(plugin === undefined ? [] : [`of plugin \`${plugin}\``]),
    ...(on === undefined ? [] : [`in ${surfaceList(on)}`]),
  ];
  return [head, ...of, claimWords(claim, subject)].join(' ');
}

function claimWords(claim: Claim, subject: Subject): string {
  const word = (value: unknown): string => {
    if (subject === 'setting')
      return value === undefined || value === null ? 'not set' : `\`${JSON.stringify(value)}\``;
    return Object.entries(states).find(([state]) => state === value)?.[1].label ?? String(value);
  };
  switch (claim.is) {
    case 'at-most':
      return subject === 'setting' ? `is not looser than ${word(claim.value)}` : `is at most ${word(claim.value)}`;
    case 'one-of':
      return `is ${listOf(claim.values.map(word), 'or')}`;
    default: {
      const hosts =
        claim.hosts.length === 0 ? 'uses no host' : `uses only ${listOf(claim.hosts.map((host) => `\`${host}\``))}`;
      return claim.local ? `${hosts}, or runs on the computer` : hosts;
    }
  }
}
