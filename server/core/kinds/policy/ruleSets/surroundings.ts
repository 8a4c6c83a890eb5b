import type { Rule } from '../../../model.ts';
import { banner } from '../rules/banner.ts';
import { extensionKeyUnused } from '../rules/extension-key-unused.ts';

/** Plugins, extensions, what users see. */
export const surroundingsRules: readonly Rule[] = [extensionKeyUnused, banner];
