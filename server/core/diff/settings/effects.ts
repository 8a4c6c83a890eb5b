import { atLeast } from '../../base/version.ts';
import { listOf } from '../../base/words.ts';
import type { InForce } from '../../effective/inForce.ts';
import type { Surface } from '../../effective/model.ts';
import { surfaceList } from '../../effective/surfaceList.ts';
import type { PolicyKey } from '../../policy/catalogue.ts';
import { settingFacts } from '../../policy/settingFacts.ts';
import type { Reach } from '../../policy/valueOrder.ts';

/** Returns why a setting has no effect because of other settings, as a sentence without a full stop; undefined if it may have one. */
export function whyWithoutEffect(
  { requires = [] }: Reach,
  surfaces: readonly Surface[],
  isForApp: boolean,
  { settings, tabs, version }: InForce,
): string | undefined {
  const missing = requires.filter(({ key, is }) => {
    const value = valueAt(settings.values, key, version);
    return is === undefined ? value === undefined : value !== is;
  });
  if (missing.length > 0) {
    const needs = missing.map(({ key, is }) => (is === undefined ? `\`${key}\`` : `\`${key}\` to be ${String(is)}`));
    return `It needs ${listOf(needs)}`;
  }
  if (isForApp || surfaces.length === 0 || surfaces.some((surface) => tabs[surface].isOn)) return undefined;
  return `${surfaceList(surfaces)} ${surfaces.length === 1 ? 'is' : 'are'} off`;
}

/** Returns the value in force of a key, or of a field of its object after a dot. */
function valueAt(values: InForce['settings']['values'], path: string, version: string): unknown {
  const [key = '', field] = path.split('.');
  const value = values.get(key)?.value;
  if (field !== undefined)
    return typeof value === 'object' && value ? Object.entries(value).find(([name]) => name === field)?.[1] : undefined;
  return value ?? settingFacts(key).unset(version);
}

/** Returns from which app on a key applies, if the minimum version is older, as a sentence without a full stop. */
export const whyLater = ({ since }: Partial<PolicyKey>, { version }: InForce): string | undefined =>
  since !== undefined && !atLeast(version, since) ? `Apps before ${since} ignore it` : undefined;
