import type { Rule } from '../../../model.ts';
import { profileKeyOutsidePayload } from '../rules/profile-key-outside-payload.ts';
import { profileNativeStructure } from '../rules/profile-native-structure.ts';
import { profilePayloadFields } from '../rules/profile-payload-fields.ts';
import { profilePayloadType } from '../rules/profile-payload-type.ts';

/** The structure of policies in configuration profiles and property lists. */
export const profileRules: readonly Rule[] = [
  profileNativeStructure,
  profilePayloadType,
  profilePayloadFields,
  profileKeyOutsidePayload,
];
