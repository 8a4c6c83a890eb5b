import type { Host } from '../base/hosts.ts';
import type { Certainty } from '../base/text.ts';
import type { Node, PropertyNode } from '../syntax/node.ts';

interface InField {
  readonly field: string;
}

/** The schema's words, without a full stop. */
interface InWords {
  readonly clause: string;
}

/** A use of an option: the `nth` one in its string, from 0. */
interface Option {
  readonly option: string;
  readonly nth: number;
}

/** What can be wrong with an entry, and what a message about it needs. */
interface FlawDetails {
  'not-an-object': InWords;
  /** Neither a command nor a URL; `field` is another tool's key for the command, if there is one. */
  'nothing-to-reach': Partial<InField>;
  /** A `url` without the transport to use. */
  'untyped-url': unknown;
  /** `transport`, the key of policies, instead of `type`. */
  'transport-as-type': unknown;
  /** The URL under another tool's key. */
  'url-elsewhere': InField;
  'unknown-type': { readonly type: string };
  /** A type that is documented only for Claude Code. */
  'type-of-claude-code': { readonly type: string };
  /** `url` or `command`. */
  'missing-field': InField;
  'wrong-value': InField & InWords;
  'relative-url': unknown;
  /** `at` counts UTF-16 code units from the start of the URL. */
  'bad-port': { readonly port: string; readonly at: number };
  'oauth-boolean': unknown;
  /** An option of the plugin in a local server. */
  'user-config': Option;
  'undeclared-option': Option;
  'option-with-default': Option;
  /** The helper is run by a shell, and options are never substituted into a shell command. */
  'option-in-helper': Option;
  /** `transport` next to a command: it is ignored. */
  'ignored-transport': unknown;
}

export type ServerFlawCode = keyof FlawDetails;

interface FlawBase {
  /** The node to mark. */
  readonly node: Node | PropertyNode;
  /** Which hosts drop the server because of it, and how certain that is. Other hosts keep the server, or nothing is known. */
  readonly dropped: Readonly<Partial<Record<Host, Certainty>>>;
}

/** A flaw of a plugin's server. */
export type ServerFlaw<C extends ServerFlawCode = ServerFlawCode> = Extract<
  { [K in ServerFlawCode]: FlawBase & { readonly code: K } & FlawDetails[K] }[ServerFlawCode],
  { readonly code: C }
>;

/** Returns the flaws with certain codes. */
export const serverFlawsOf = <C extends ServerFlawCode>(
  flaws: readonly ServerFlaw[],
  ...codes: readonly C[]
): ServerFlaw<C>[] => flaws.filter((flaw): flaw is ServerFlaw<C> => codes.some((code) => code === flaw.code));

/** Returns the flaw that best explains why a host drops a server; undefined if it keeps the server. */
export const whyDropped = (flaws: readonly ServerFlaw[], host: Host): ServerFlaw | undefined =>
  flaws.find(({ dropped }) => dropped[host] !== undefined);
