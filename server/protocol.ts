import type { EffectiveResult, Origin } from './core/effective/model.ts';
import type { ServerName } from './core/features/lens.ts';
import type { PolicyFormat, TextEncoding } from './core/policy/convert/policyFormat.ts';
import type { Part, PartGroup, PluginSurfaces } from './core/surfaces/model.ts';
import type { ProfileName, ProviderName } from './core/vocabulary/policyNames.ts';
import type { Place } from './protocol/place.ts';

/**
 * Requests and notifications between client and server in addition to those of the language server protocol. Types and names
 * only: this file and those in `protocol/` are all that both sides import.
 */

/** A row of the tree of org plugins, ready to be shown. */
export interface TreeRow {
  /** Stable across edits, so that the tree keeps its expanded and selected rows. */
  readonly id: string;
  readonly label: string;
  /** Muted text after the label. */
  readonly description?: string;
  readonly tooltip?: string;
  /** The name of a codicon. */
  readonly icon: string;
  /** A theme colour for the icon, e.g. `charts.green`. */
  readonly color?: string;
  /** What a click opens. */
  readonly place?: Place;
  /** Its folder or file; problems in and below it are shown as a badge. */
  readonly resource?: string;
  /** `mount`, `plugin`, `ignored-plugin`, `group`, `skill`, `agent`, `command`, `hook`, `server` */
  readonly context: string;
  readonly children?: readonly TreeRow[];
  readonly problems?: { readonly errors: number; readonly warnings: number };
}

/** Converts the policy in `uri`, as the editor has it, to another format. */
export interface ConvertParams {
  readonly uri: string;
  readonly to: PolicyFormat;
}

/** A problem, in one sentence, if the policy cannot be read or the format cannot represent it. Null if `uri` is not a policy. */
export type ConvertAnswer = Converted | { readonly problem: string };

export interface Converted {
  readonly text: string;
  readonly encoding: TextEncoding;
  /** A name for the new file, e.g. `policy.mobileconfig`. */
  readonly fileName: string;
  /** What the format cannot represent, one sentence each, for users. */
  readonly warnings: readonly string[];
}

export interface NewPolicyParams {
  readonly provider: ProviderName;
  readonly profile: ProfileName;
  readonly to: PolicyFormat;
}

export interface NewPolicyAnswer {
  readonly text: string;
  /** Whether `text` is a VS Code snippet: values to fill in are `${1:like this}`, and `$`, `}` and `\\` are escaped. */
  readonly isSnippet: boolean;
  /** The editor's language id: `json`, `xml` or `reg`. */
  readonly language: string;
  readonly encoding: TextEncoding;
  readonly fileName: string;
}

export interface CompareParams {
  readonly uri: string;
  readonly profile: ProfileName;
}

/** Null if `uri` is not a policy. */
export interface CompareAnswer {
  /** A page that begins with its heading. */
  readonly markdown: string;
}

/** A finding to suppress. */
export interface IgnoreParams {
  readonly uri: string;
  readonly rule: string;
  /** The line on which the finding begins. */
  readonly line: number;
  readonly character: number;
  /** The reason, for later readers. */
  readonly reason: string;
}

/**
 * Whether the files were changed: the server asks the client to do it with `workspace/applyEdit`. Null if a suppression is not
 * possible there.
 */
export interface IgnoreAnswer {
  readonly applied: boolean;
}

/** A plugin to choose from. */
export interface PluginChoice {
  /** Its folder. */
  readonly uri: string;
  readonly name: string;
  /** Its display path. */
  readonly label: string;
}

/** The plugin that is or contains `uri`. */
export interface SurfacesParams {
  readonly uri: string;
}

/** Which parts of a plugin work where, every part with its location in the editor. */
export interface SurfacesAnswer extends Omit<PluginSurfaces, 'groups'> {
  readonly label: string;
  readonly groups: readonly (Omit<PartGroup, 'parts'> & {
    readonly parts: readonly (Pick<Part, 'name' | 'count'> & { readonly place: Place })[];
  })[];
}

export const requests = {
  /** nothing → null: whether the server still answers. */
  alive: 'plugboard/alive',
  /** `WhatIf | null` → `TreeRow[]`: the tree of org plugins. */
  tree: 'plugboard/tree',
  /** `WhatIf | null` → `TreeRow[]`: the tree of policies. */
  policies: 'plugboard/policies',
  /** nothing → `SourceCandidates` */
  sourceCandidates: 'plugboard/sourceCandidates',
  /** `WhatIf | null` → `PackedAnswer | null` */
  effective: 'plugboard/effective',
  /** `WhatIf | null` → the effective tool set in the JSON that the command line prints. */
  contract: 'plugboard/contract',
  /** nothing → `ExpectationFile[]`: the results of all expectations. */
  expectations: 'plugboard/expectations',
  /** `CompareToolsParams` → `CompareToolsAnswer | null` */
  compareTools: 'plugboard/compareTools',
  /** `LinesParams` → `LinesAnswer | null` */
  lines: 'plugboard/lines',
  /** `ConvertParams` → `ConvertAnswer | null` */
  convert: 'plugboard/convert',
  /** `NewPolicyParams` → `NewPolicyAnswer | null` */
  newPolicy: 'plugboard/newPolicy',
  /** `CompareParams` → `CompareAnswer | null` */
  compareWithProfile: 'plugboard/compareWithProfile',
  /** nothing → `PluginChoice[]` */
  plugins: 'plugboard/plugins',
  /** `SurfacesParams` → `SurfacesAnswer | null` */
  surfaces: 'plugboard/surfaces',
  /** `IgnoreParams` → `IgnoreAnswer | null` */
  ignore: 'plugboard/ignore',
  /** nothing → `ServerChoice[]` */
  servers: 'plugboard/servers',
  /** `ServerRef` → `DiscoveryPlanAnswer` */
  planDiscovery: 'plugboard/planDiscovery',
  /** `DiscoverParams` → `Discovery` */
  discover: 'plugboard/discover',
  /** `SaveToolsParams` → `SaveToolsAnswer | null` */
  saveTools: 'plugboard/saveTools',
} as const;

/** A client command that asks for the reason; its argument is `IgnoreParams` without the reason. */
export const ignoreCommand = 'plugboard.ignoreHere';

/** Client commands that a click on a lens runs. */
export const commands = {
  /** `Place` */
  openPlace: 'plugboard.openPlace',
  /** `ServerName`, which the panel scrolls to; nothing if the user runs it. */
  showEffectiveTools: 'plugboard.showEffectiveTools',
  /** The URI of a file, a position in it and a list of locations, in the protocol's types. */
  showReferences: 'plugboard.showReferences',
} as const;

export const notifications = {
  /** Server to client: documents or files changed; trees and panels may request data again. */
  changed: 'plugboard/changed',
  /** Client to server, `ChosenSources`: the user chose sources other than `initializationOptions.sources`. */
  sources: 'plugboard/sources',
  /** Client to server, `string[]`: the URIs of documents to leave out, instead of `initializationOptions.leftOut`. */
  leftOut: 'plugboard/leftOut',
  /** Client to server: the user now trusts the workspace. */
  trusted: 'plugboard/trusted',
} as const;

export { policyFormats } from './core/vocabulary/policyNames.ts';
export type * from './protocol/compare.ts';
export type * from './protocol/effective.ts';
export type * from './protocol/sources.ts';
export type * from './protocol/tests.ts';
export type {
  EffectiveResult,
  Origin,
  Place,
  PolicyFormat,
  ProfileName as PolicyProfile,
  ProviderName as PolicyProvider,
  ServerName,
  TextEncoding,
};
