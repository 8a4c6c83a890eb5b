import { compareVersions } from '../base/version.ts';
import { catalogue } from './catalogue.ts';

/** The newest app whose keys are all in the catalogue. */
export const { newestVersion } = catalogue;

/**
 * Whether the minimum version lacks what was introduced in `since`. Without a minimum version, the newest fully known app
 * counts, and nothing newer is reported.
 */
export const isOlderThan = (floor: string, since: string): boolean =>
  floor !== newestVersion && compareVersions(floor, since) < 0;
