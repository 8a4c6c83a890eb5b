import type { Rule } from '../../../model.ts';
import { linuxFileAccess } from '../rules/linux-file-access.ts';

/** The location of a policy on the device. */
export const fileRules: readonly Rule[] = [linuxFileAccess];
