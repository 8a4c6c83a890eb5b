import type { TextRange } from './base/text.ts';

/** What a fact says beside its name, by its type; null: nothing. Facts are compared by it, so it holds no ranges. */
export interface FactData {
  /** The document is a policy. It has no name. */
  readonly policy: null;
  /** A built-in tool that a policy switches off. */
  readonly 'disabled-tool': null;
  /** A server's name, and which tool of it a line of a policy is about. */
  readonly 'tool-policy': {
    readonly tool: string;
    readonly permission: string;
    readonly from: 'toolPolicy' | 'orgPluginSettings';
  };
  /** A plugin server whose tools a policy decides about. */
  readonly 'org-plugin-settings': null;
  readonly server: {
    readonly layer: 'managed' | 'plugin' | 'user';
    /** How it is reached; null where its entry does not say. */
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
  /** An event, and how many handlers wait for it. */
  readonly hook: { readonly count: number };
  readonly monitor: null;
  readonly 'language-server': null;
  /** A desktop extension that a manifest names. */
  readonly bundle: null;
  readonly 'bundle-tool': { readonly server: string };
  /** The URI of a file or folder to which a manifest or an entry of a marketplace leads; `plugin` is the URI of the plugin's folder. */
  readonly 'component-path': { readonly key: 'skills' | 'agents' | 'commands'; readonly plugin: string };
  readonly 'plugin-manifest': {
    readonly version: string | null;
    readonly installationPreference: string | null;
    /** The name of the plugin's folder. */
    readonly directory: string;
  };
  /** Why Claude Code does not load the plugin of a manifest, as a code and as a clause; `isFineInApp` where the app does not mind. */
  readonly 'manifest-refusal': { readonly flaw: string; readonly reason: string; readonly isFineInApp: boolean };
  readonly 'plugin-version': { readonly version: string };
  /** An option that a manifest asks users for, and a place that fills it in. */
  readonly 'user-config': null;
  readonly 'option-use': null;
  /** `top` is the URI of the folder that its relative sources start from. */
  readonly marketplace: { readonly top: string; readonly isInPlace: boolean };
  readonly 'marketplace-plugin': {
    readonly marketplace: string;
    /** The kind of its source; null where that cannot be read. */
    readonly kind: string | null;
    /** The URI of its folder, where the source is one. */
    readonly folder: string | null;
    readonly version: string | null;
  };
  /** A server whose tools were asked for, be it that it has none, and one of its tools. */
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

/** What one file tells the others; of the given types, or of any. Compared without its range, which moves at every keystroke. */
export type Fact<K extends FactType = FactType> = { readonly [T in K]: FactOf<T> }[K];

/** A fact and the file that tells it. */
export interface FactLocation<K extends FactType = FactType> {
  readonly uri: string;
  readonly fact: Fact<K>;
}
