import type { Host } from '../base/hosts.ts';
import type { Certainty } from '../base/text.ts';
import type { Node, PropertyNode } from '../syntax/node.ts';

interface InField {
  readonly field: string;
}

/** In the words of the schema, without a full stop. */
interface InWords {
  readonly clause: string;
}

/** An option that is filled in: the `nth` of its text, from 0. */
interface Option {
  readonly option: string;
  readonly nth: number;
}

/** What can be wrong with an entry, and what a sentence about it needs to know. */
interface FlawDetails {
  'not-an-object': InWords;
  /** Nothing to start and nothing to call; `field` is another tool's word for the command, where there is one. */
  'nothing-to-reach': Partial<InField>;
  /** A `url` and nothing that says how to speak to it. */
  'untyped-url': unknown;
  /** `transport`, the word of policies, in place of `type`. */
  'transport-as-type': unknown;
  /** The URL under the key of another tool. */
  'url-elsewhere': InField;
  'unknown-type': { readonly type: string };
  /** A type that is documented of Claude Code alone. */
  'type-of-claude-code': { readonly type: string };
  /** `url` or `command`. */
  'missing-field': InField;
  'wrong-value': InField & InWords;
  'relative-url': unknown;
  /** `at` counts UTF-16 units from the start of the URL. */
  'bad-port': { readonly port: string; readonly at: number };
  'oauth-boolean': unknown;
  /** An option of the plugin in a program. */
  'user-config': Option;
  'undeclared-option': Option;
  'option-with-default': Option;
  /** A shell reads the helper, and no value of users is let into one. */
  'option-in-helper': Option;
  /** `transport` next to a command: it is ignored. */
  'ignored-transport': unknown;
}

export type ServerFlawCode = keyof FlawDetails;

interface FlawBase {
  /** What to point at. */
  readonly node: Node | PropertyNode;
  /** Who drops the server because of it, and how sure that is; of a host that is absent nothing is known, or it keeps the server. */
  readonly dropped: Readonly<Partial<Record<Host, Certainty>>>;
}

/** Something wrong with a server of a plugin. */
export type ServerFlaw<C extends ServerFlawCode = ServerFlawCode> = Extract<
  { [K in ServerFlawCode]: FlawBase & { readonly code: K } & FlawDetails[K] }[ServerFlawCode],
  { readonly code: C }
>;

/** The flaws of some codes. */
export const serverFlawsOf = <C extends ServerFlawCode>(
  flaws: readonly ServerFlaw[],
  ...codes: readonly C[]
): ServerFlaw<C>[] => flaws.filter((flaw): flaw is ServerFlaw<C> => codes.some((code) => code === flaw.code));

/** The flaw that explains best why a host drops a server; undefined where it keeps the server. */
export const whyDropped = (flaws: readonly ServerFlaw[], host: Host): ServerFlaw | undefined =>
  flaws.find(({ dropped }) => dropped[host] !== undefined);
