import type { Rule } from '../../../model.ts';
import { registryBothHives } from '../rules/registry-both-hives.ts';
import { registrySubkey } from '../rules/registry-subkey.ts';
import { registryType } from '../rules/registry-type.ts';
import { registryWow6432node } from '../rules/registry-wow6432node.ts';
import { registryWrongProduct } from '../rules/registry-wrong-product.ts';

/** The structure of policies in Windows registry files. */
export const registryRules: readonly Rule[] = [
  registryType,
  registrySubkey,
  registryBothHives,
  registryWrongProduct,
  registryWow6432node,
];
