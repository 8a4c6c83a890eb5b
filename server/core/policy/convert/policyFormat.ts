export { type PolicyFormat, policyFormats } from '../../vocabulary/policyNames.ts';

/** A value as JSON has them. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** One key of a policy with its value, decoded: the same whatever format it was read from. */
export interface PolicyEntry {
  readonly key: string;
  readonly value: Json;
}

/** A policy cannot be written in a format, or not be read; the message is for people. */
export class ConvertError extends Error {}

/** How a text becomes bytes. `utf-16le` is written with a byte order mark, `utf-8` without. The text itself has none. */
export type TextEncoding = 'utf-8' | 'utf-16le';

/** What a format needs beside the keys. */
export interface WriteOptions {
  /** `PayloadIdentifier` of a profile. */
  readonly identifier?: string | undefined;
  /** What people see of a profile when it is installed. */
  readonly displayName?: string | undefined;
  /** A registry file for HKEY_CURRENT_USER. */
  readonly isUserPolicy?: boolean | undefined;
}
