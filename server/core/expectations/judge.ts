import { plural } from '../base/words.ts';
import type { Surface, Tab } from '../effective/model.ts';
import { surfaces as allSurfaces, surfaceNames } from '../vocabulary/names.ts';
import type { Expectation, Subject } from './expectation.ts';
import { judgePlugins, judgeServers } from './judgeServers.ts';
import { judgeSetting } from './judgeSetting.ts';
import { judgeBuiltinTools, judgeTools } from './judgeTools.ts';
import type { Finding, Fleet, Miss, Verdict } from './verdict.ts';

/** Each yields what it looks at on the surfaces, which are on. */
const judges: Readonly<
  Record<Subject, (expectation: Expectation, fleet: Fleet, surfaces: readonly Surface[]) => Iterable<Finding>>
> = {
  tool: judgeTools,
  builtinTool: judgeBuiltinTools,
  server: judgeServers,
  plugin: judgePlugins,
  tab: judgeTab,
  setting: judgeSetting,
};

/**
 * Decides whether an expectation holds for a fleet. A surface that is off is left out, since nothing has an effect there. A name
 * without `*` that nothing has is a miss: it is more likely a typing mistake than an expectation that holds.
 */
export function judge(expectation: Expectation, fleet: Fleet): Verdict {
  const { tabs } = fleet.inForce;
  const surfaces = (expectation.surfaces ?? allSurfaces).filter((surface) => tabs[surface].isOn);
  const found = [...judges[expectation.subject](expectation, fleet, surfaces)];
  const misses = merged(found.filter(({ isMet }) => !isMet));
  const doubts = merged(found.filter(({ isMet, certainty }) => isMet && certainty === 'unknown'));
  const outcome = misses.length > 0 ? 'missed' : doubts.length > 0 ? 'unsure' : 'met';
  return { expectation, outcome, checked: found.length, misses, doubts };
}

/** Joins findings that say the same. */
function merged(found: readonly Finding[]): Miss[] {
  const byText = new Map<string, Miss>();
  for (const { text, origin, certainty } of found) byText.set(text, byText.get(text) ?? { text, origin, certainty });
  return [...byText.values()];
}

function* judgeTab({ name, claim }: Expectation, { inForce }: Fleet): Iterable<Finding> {
  const surface = allSurfaces.find((each) => each === name);
  if (!surface || claim.is !== 'one-of') return;
  const { isOn, why, certainty, origin }: Tab = inForce.tabs[surface];
  const state = isOn ? 'on' : 'off';
  const text = `${surfaceNames[surface]} is ${state}: ${why.replace(/\.$/, '')}`;
  yield { isMet: claim.values.includes(state), text, origin, certainty };
}

/** `12 of 14 expectations hold` */
export function verdictWords(verdicts: readonly Pick<Verdict, 'outcome'>[]): string {
  const count = (wanted: Verdict['outcome']) => verdicts.filter(({ outcome }) => outcome === wanted).length;
  const [missed, unsure] = [count('missed'), count('unsure')];
  const parts = [
    missed > 0 ? `${plural(missed, 'expectation does', 'expectations do')} not hold` : undefined,
    unsure > 0 ? `${plural(unsure, 'is', 'are')} uncertain` : undefined,
    count('met') > 0
      ? `${plural(count('met'), missed + unsure > 0 ? 'holds' : 'expectation holds', missed + unsure > 0 ? 'hold' : 'expectations hold')}`
      : undefined,
  ];
  return parts.filter((part) => part !== undefined).join(', ');
}
