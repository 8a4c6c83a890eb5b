import type { Rule } from '../../../model.ts';
import { contentCapture } from '../rules/content-capture.ts';
import { dottedKey } from '../rules/dotted-key.ts';
import { emptyValue } from '../rules/empty-value.ts';
import { newerThanFleet } from '../rules/newer-than-fleet.ts';
import { oldNestedPath } from '../rules/old-nested-path.ts';
import { removedKey } from '../rules/removed-key.ts';
import { renamedKey } from '../rules/renamed-key.ts';
import { standardOnlyKey } from '../rules/standard-only-key.ts';
import { unknownKey } from '../rules/unknown-key.ts';
import { wrapperObject } from '../rules/wrapper-object.ts';

/** How a policy is written: names of keys and the form of values. */
export const formRules: readonly Rule[] = [
  wrapperObject,
  unknownKey,
  renamedKey,
  dottedKey,
  emptyValue,
  contentCapture,
  newerThanFleet,
  removedKey,
  oldNestedPath,
  standardOnlyKey,
];
