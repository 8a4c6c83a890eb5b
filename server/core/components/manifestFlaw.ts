import type { Node, PropertyNode, ScalarNode } from '../syntax/node.ts';
import type { PathProblem } from './componentPaths.ts';
import type { LanguageServerFlaw } from './languageServerFlaws.ts';
import type { MonitorFlaw } from './monitorFlaws.ts';
import type { NameProblem } from './pluginName.ts';
import type { ServerFlaw } from './serverFlaw.ts';

/** Why the choices of an option are invalid. */
export type ChoicesProblem =
  | 'not-text'
  | 'multiple'
  | 'sensitive'
  | 'no-default'
  | 'default-elsewhere'
  | 'empty'
  | 'control-character'
  | 'outer-space'
  | 'too-long'
  | 'repeated';

/** What can be wrong with a manifest, and what a message about it needs. */
interface FlawDetails {
  /** A value that does not match the schema, in the schema's words. */
  form: { readonly message: string };
  name: { readonly name: string; readonly problem: NameProblem };
  homepage: unknown;
  'version-range': { readonly text: string };
  path: { readonly key: string; readonly string: ScalarNode; readonly value: string; readonly problem: PathProblem };
  'option-name': { readonly option: PropertyNode };
  'option-choices': { readonly problem: ChoicesProblem };
  'option-key': { readonly found: PropertyNode };
  'channel-key': { readonly found: PropertyNode };
  /** The name of a dependency; `item` is its entry. */
  dependency: { readonly item: Node };
  /** A named command with both `source` and `content`. `command-without-text` has neither. */
  'command-twice': { readonly command: string };
  'command-without-text': { readonly command: string };
  /** The key repeated inside itself, as in a separate file. */
  wrapped: { readonly key: string };
  server: { readonly name: string; readonly flaw: ServerFlaw };
  'language-server': { readonly name: string; readonly flaw: LanguageServerFlaw };
  monitor: { readonly flaw: MonitorFlaw };
}

export type ManifestFlawCode = keyof FlawDetails;

interface Found {
  readonly node: Node | PropertyNode;
  /** The app accepts it: it ignores the key or takes the value. Absent: what the app does is unknown. */
  readonly isFineInApp?: boolean;
}

/** A reason why Claude Code does not load a plugin. */
export type ManifestFlaw<C extends ManifestFlawCode = ManifestFlawCode> = Extract<
  { [K in ManifestFlawCode]: Found & { readonly code: K } & FlawDetails[K] }[ManifestFlawCode],
  { readonly code: C }
>;
