export { type PolicyFormat, policyFormats } from '../../vocabulary/policyNames.ts';

/** A JSON value. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** One key of a policy with its decoded value, independent of the format. */
export interface PolicyEntry {
  readonly key: string;
  readonly value: Json;
}

/** A policy cannot be read or written in a format; the message is for users. */
export class ConvertError extends Error {}

/** How a text is encoded. `utf-16le` is written with a byte order mark, `utf-8` without. The text itself contains none. */
export type TextEncoding = 'utf-8' | 'utf-16le';

/** What a format needs in addition to the keys. */
export interface WriteOptions {
  /** `PayloadIdentifier` of a profile. */
  readonly identifier?: string | undefined;
  /** The name that users see when a profile is installed. */
  readonly displayName?: string | undefined;
  /** A registry file for HKEY_CURRENT_USER. */
  readonly isUserPolicy?: boolean | undefined;
}
