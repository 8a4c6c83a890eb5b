import type { Node, PropertyNode, ScalarNode } from '../syntax/node.ts';
import type { PathProblem } from './componentPaths.ts';
import type { ServerFlaw } from './serverFlaw.ts';

/** Why the choices of an option do not fit it. */
export type ChoicesProblem = 'not-text' | 'multiple' | 'sensitive' | 'no-default' | 'default-elsewhere';

/** What can be wrong with a manifest, and what a sentence about it needs to know. */
interface FlawDetails {
  /** A value of a wrong form, in the words of the schema. */
  form: { readonly message: string };
  'name-blank': unknown;
  'name-reserved': { readonly name: string };
  homepage: unknown;
  'version-range': { readonly text: string };
  path: { readonly key: string; readonly string: ScalarNode; readonly value: string; readonly problem: PathProblem };
  'option-name': { readonly option: PropertyNode };
  'option-choices': { readonly problem: ChoicesProblem };
  'option-key': { readonly key: string };
  'channel-key': { readonly key: string };
  /** The name of a needed plugin; `item` is its entry. */
  dependency: { readonly item: Node };
  /** A command by name that has both its file and its text, or neither. */
  'command-twice': { readonly command: string };
  'command-without-text': { readonly command: string };
  /** The key inside of itself, as in a file of its own. */
  wrapped: { readonly key: string };
  server: { readonly name: string; readonly flaw: ServerFlaw };
  'language-server': { readonly name: string; readonly problem: 'key' | 'extension' | 'no-extension' | 'arguments' };
  monitor: { readonly problem: 'key' | 'same-name' };
}

export type ManifestFlawCode = keyof FlawDetails;

interface Found {
  readonly node: Node | PropertyNode;
  /** The app does not mind: it does not read that key, or takes that value. Otherwise what it does is not known. */
  readonly isFineInApp?: boolean;
}

/** Something because of which Claude Code does not load a plugin. */
export type ManifestFlaw<C extends ManifestFlawCode = ManifestFlawCode> = Extract<
  { [K in ManifestFlawCode]: Found & { readonly code: K } & FlawDetails[K] }[ManifestFlawCode],
  { readonly code: C }
>;
