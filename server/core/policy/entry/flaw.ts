import { deprecationCutoff, isAfter } from '../../base/dates.ts';
import type { Certainty } from '../../base/text.ts';
import { atLeast } from '../../base/version.ts';
import type { Node, PropertyNode } from '../../syntax/node.ts';
import type { CommandProblem } from './command.ts';
import type { UrlProblem } from './serverUrl.ts';
import type { Variant } from './variant.ts';

/** What affects an entry in addition to its own text. */
export interface EntryContext {
  /** The app: the minimum version of a fleet. */
  readonly minimumVersion: string;
  /** The instant with which cut-off dates are compared, in ISO 8601. */
  readonly date: string;
  /** The policy is delivered by a bootstrap server, not by device management. */
  readonly isFromBootstrap: boolean;
}

interface InField {
  /** The field, `oauth.clientId` for one inside `oauth`. */
  readonly field: string;
}

/** The schema's words, without a full stop. */
interface InWords {
  readonly clause: string;
}

/** What can be wrong with an entry, and what a message about it needs. */
interface FlawDetails {
  'not-an-object': unknown;
  /** `name` is missing, empty or not a string. */
  'no-name': InWords;
  /** A value of a wrong type, empty or out of range; reported by the schema. */
  'wrong-value': InField & InWords;
  'missing-field': InField;
  /** A field of another type of server in an entry that rejects it. */
  'foreign-field': InField & { readonly variant: Variant };
  /** A field of another type of server that is ignored. */
  'ignored-field': InField & { readonly variant: Variant };
  'missing-transport': unknown;
  'unknown-transport': unknown;
  /** `transport: "builtin"` next to `server`. */
  'transport-of-built-in': unknown;
  'unknown-server': unknown;
  /** A built-in server that a later app introduced. */
  'newer-server': { readonly server: string };
  'local-from-bootstrap': unknown;
  url: InField & { readonly problem: UrlProblem };
  command: InField & { readonly problem: CommandProblem | 'not-absolute' };
  tenant: InField;
  /** A client id with a wrong form. */
  'client-id': { readonly server: 'microsoft365' | 'github' };
  /** A search service without a key in `headers` or `headersHelper`. */
  'no-search-key': { readonly provider: string };
  /** A value in `toolPolicy` that is not a permission. */
  permission: { readonly tool: string };
  'ask-session': { readonly tool: string };
  /** The old names `scopes` and `authorityHost`. */
  'old-name': InField;
  'scope-as-list': InField;
  'oauth-as-text': unknown;
  'oauth-without-client': InField;
  /** A field next to `mode: "dcr"`. */
  'oauth-field-with-dcr': InField;
  'oauth-hosted-without-server': unknown;
  'oauth-secret-without-server': InField;
  /** `authorizationUrl` without `tokenUrl`, or the other way. */
  'oauth-url-alone': InField & { readonly other: string };
  /** `authorizationServer` is a single string. */
  'oauth-server-as-text': unknown;
  'oauth-broker-without-tenant': unknown;
  'oauth-tenant-without-scope': unknown;
}

export type FlawCode = keyof FlawDetails;

interface FlawBase {
  /** The node to mark. */
  readonly node: Node | PropertyNode;
  readonly certainty: Certainty;
  /** What the app does: it drops the entry; it drops the entry from the cut-off of old forms on; it ignores the field. */
  readonly consequence: 'dropped' | 'old-form' | 'field-ignored';
  /** Only apps from this release on do it. */
  readonly since?: string;
  /** Only apps before this release do it. */
  readonly before?: string;
}

type FlawWith<Extra> = { [C in FlawCode]: FlawBase & { readonly code: C } & FlawDetails[C] & Extra }[FlawCode];
export type FoundFlaw = FlawWith<unknown>;

/** A flaw of an entry; `isInForce`: the context's app does at its date what `consequence` says. */
export type EntryFlaw<C extends FlawCode = FlawCode> = Extract<
  FlawWith<{ readonly isInForce: boolean }>,
  { readonly code: C }
>;

/** Whether the app of `context` does, at its date, what a flaw says. */
export function isInForce({ consequence, since, before }: FlawBase, { minimumVersion, date }: EntryContext): boolean {
  if (since !== undefined && !atLeast(minimumVersion, since)) return false;
  if (before !== undefined && atLeast(minimumVersion, before)) return false;
  return consequence !== 'old-form' || isAfter(date, deprecationCutoff);
}

/** Whether the app drops the entry because of a flaw. */
export const drops = ({ consequence, isInForce: holds }: EntryFlaw): boolean =>
  holds && consequence !== 'field-ignored';

/** Returns the flaws with certain codes. */
export const flawsOf = <C extends FlawCode>(flaws: readonly EntryFlaw[], ...codes: readonly C[]): EntryFlaw<C>[] =>
  flaws.filter((flaw): flaw is EntryFlaw<C> => codes.some((code) => code === flaw.code));
