import type { Rule } from '../../../model.ts';
import { linuxFileAccess } from '../rules/linux-file-access.ts';

/** Where a policy stands on the device. */
export const fileRules: readonly Rule[] = [linuxFileAccess];
