import { compareVersions } from '../base/version.ts';
import { catalogue } from './catalogue.ts';

/** The newest app whose keys the catalogue knows in full. */
export const { newestVersion } = catalogue;

/**
 * Whether the oldest app of a fleet lacks what came with `since`. Who names no floor gets the newest app that is known in full: of
 * what came after it nothing is said.
 */
export const isOlderThan = (floor: string, since: string): boolean =>
  floor !== newestVersion && compareVersions(floor, since) < 0;
