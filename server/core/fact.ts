import type { TextRange } from './base/text.ts';

/** The data of a fact in addition to its name, by type; null: none. Facts are compared by it, so it contains no ranges. */
export interface FactData {
  /** The document is a policy. The fact has no name. */
  readonly policy: null;
  /** A built-in tool that a policy disables. */
  readonly 'disabled-tool': null;
  /** The name of a server, and the tool that a line of a policy is about. */
  readonly 'tool-policy': {
    readonly tool: string;
    readonly permission: string;
    readonly from: 'toolPolicy' | 'orgPluginSettings';
  };
  /** A plugin's server for whose tools a policy has rules. */
  readonly 'org-plugin-settings': null;
  readonly server: {
    readonly layer: 'managed' | 'plugin' | 'user';
    /** How the server is reached; null if its entry does not say. */
    readonly transport: string | null;
    /** The folder of the plugin that defines it. */
    readonly plugin: string | null;
  };
  /** A tool that a component or a hook names. */
  readonly 'tool-use': { readonly by: 'skill' | 'agent' | 'command' | 'hook' };
  /** `plugin` is the folder that holds `skills`, `agents` or `commands`, whether or not it is a plugin. */
  readonly skill: { readonly plugin: string };
  readonly agent: { readonly plugin: string };
  readonly command: { readonly plugin: string };
  /** An event, and how many handlers it has. */
  readonly hook: { readonly count: number };
  readonly monitor: null;
  readonly 'language-server': null;
  /** A desktop extension that a manifest names. */
  readonly bundle: null;
  readonly 'bundle-tool': { readonly server: string };
  /** The URI of a file or folder that a manifest or a marketplace entry points to; `plugin` is the URI of the plugin's folder. */
  readonly 'component-path': { readonly key: 'skills' | 'agents' | 'commands'; readonly plugin: string };
  readonly 'plugin-manifest': {
    readonly version: string | null;
    readonly installationPreference: string | null;
    /** The name of the plugin's folder. */
    readonly directory: string;
  };
  /** Why Claude Code does not load the plugin of a manifest, as a code and as a clause; `isFineInApp` if the app accepts it. */
  readonly 'manifest-refusal': { readonly flaw: string; readonly reason: string; readonly isFineInApp: boolean };
  readonly 'plugin-version': { readonly version: string };
  /** An option that a manifest declares, and a use of one. */
  readonly 'user-config': null;
  readonly 'option-use': null;
  /** `top` is the URI of the folder that its relative sources are resolved against. */
  readonly marketplace: { readonly top: string; readonly isInPlace: boolean };
  readonly 'marketplace-plugin': {
    readonly marketplace: string;
    /** The kind of its source; null if the source cannot be read. */
    readonly kind: string | null;
    /** The URI of its folder, if the source is a folder. */
    readonly folder: string | null;
    readonly version: string | null;
  };
  /** A named set-up of computers in `.plugboard.json`. */
  readonly fleet: null;
  /** A server whose tools were discovered, even if it has none, and one of its tools. */
  readonly 'known-server': null;
  readonly 'known-tool': {
    readonly tool: string;
    readonly description: string | null;
    readonly readOnly: boolean | null;
    readonly destructive: boolean | null;
  };
}

export type FactType = keyof FactData;

interface Named<K extends FactType> {
  readonly type: K;
  readonly name: string;
  readonly range: TextRange;
}
type FactOf<K extends FactType> = FactData[K] extends null
  ? Named<K> & { readonly data?: undefined }
  : Named<K> & { readonly data: FactData[K] };

/** What one file publishes for others, of the given types or of any type. Compared without its range, which moves with every keystroke. */
export type Fact<K extends FactType = FactType> = { readonly [T in K]: FactOf<T> }[K];

/** A fact and the file that publishes it. */
export interface FactLocation<K extends FactType = FactType> {
  readonly uri: string;
  readonly fact: Fact<K>;
}
