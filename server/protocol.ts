import type { EffectiveResult, Origin } from './core/effective/model.ts';
import type { ServerName } from './core/features/lens.ts';
import type { PolicyFormat, TextEncoding } from './core/policy/convert/policyFormat.ts';
import type { Part, PartGroup, PluginSurfaces } from './core/surfaces/model.ts';
import type { ProfileName, ProviderName } from './core/vocabulary/policyNames.ts';
import type { Place } from './protocol/place.ts';

/**
 * What client and server say to each other beside the protocol's own requests. Types and names only:
 * this file and those of the folder beside it are all that both sides import.
 */

/** A row of the tree of org plugins, ready to be shown. */
export interface TreeRow {
  /** Stable over edits, so that the tree keeps what is expanded and selected. */
  readonly id: string;
  readonly label: string;
  /** Muted text behind the label. */
  readonly description?: string;
  readonly tooltip?: string;
  /** A codicon's name. */
  readonly icon: string;
  /** A theme colour for the icon, e.g. `charts.green`. */
  readonly color?: string;
  /** What clicking it opens. */
  readonly place?: Place;
  /** The folder or file it stands for; problems of it and below it make its badge. */
  readonly resource?: string;
  /** `mount`, `plugin`, `ignored-plugin`, `group`, `skill`, `agent`, `command`, `hook`, `server` */
  readonly context: string;
  readonly children?: readonly TreeRow[];
  readonly problems?: { readonly errors: number; readonly warnings: number };
}

/** The policy in `uri`, as the editor has it now, in another format. */
export interface ConvertParams {
  readonly uri: string;
  readonly to: PolicyFormat;
}

/** A problem, in a sentence, where the policy cannot be read or the format cannot hold it. Null where `uri` is no policy. */
export type ConvertAnswer = Converted | { readonly problem: string };

export interface Converted {
  readonly text: string;
  readonly encoding: TextEncoding;
  /** A name for the new file, e.g. `policy.mobileconfig`. */
  readonly fileName: string;
  /** What the format cannot say, one sentence each, for people. */
  readonly warnings: readonly string[];
}

export interface NewPolicyParams {
  readonly provider: ProviderName;
  readonly profile: ProfileName;
  readonly to: PolicyFormat;
}

export interface NewPolicyAnswer {
  readonly text: string;
  /** `text` is a snippet as VS Code writes them: what must be filled in is `${1:like this}`, and `$`, `}` and `\\` are escaped. */
  readonly isSnippet: boolean;
  /** The editor's language: `json`, `xml` or `reg`. */
  readonly language: string;
  readonly encoding: TextEncoding;
  readonly fileName: string;
}

export interface CompareParams {
  readonly uri: string;
  readonly profile: ProfileName;
}

/** Null where `uri` is no policy. */
export interface CompareAnswer {
  /** A page that begins with its heading. */
  readonly markdown: string;
}

/** A finding that is to be left out from now on. */
export interface IgnoreParams {
  readonly uri: string;
  readonly rule: string;
  /** Where the finding begins. */
  readonly line: number;
  readonly character: number;
  /** Why, for whoever reads it next. */
  readonly reason: string;
}

/** Whether the files are changed: the server asks the client to, with `workspace/applyEdit`. Null where there is no place for it. */
export interface IgnoreAnswer {
  readonly applied: boolean;
}

/** A plugin to choose. */
export interface PluginChoice {
  /** Its folder. */
  readonly uri: string;
  readonly name: string;
  /** Where it stands, for people. */
  readonly label: string;
}

/** Of the plugin that is or holds `uri`. */
export interface SurfacesParams {
  readonly uri: string;
}

/** Which parts of a plugin work where, every part with its place in the editor. */
export interface SurfacesAnswer extends Omit<PluginSurfaces, 'groups'> {
  readonly label: string;
  readonly groups: readonly (Omit<PartGroup, 'parts'> & {
    readonly parts: readonly (Pick<Part, 'name' | 'count'> & { readonly place: Place })[];
  })[];
}

export const requests = {
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

/** A command that a client has which asks for the reason itself; its argument is `IgnoreParams` without the reason. */
export const ignoreCommand = 'plugboard.ignoreHere';

/** Commands of the client that a click on a lens runs. */
export const commands = {
  /** `Place` */
  openPlace: 'plugboard.openPlace',
  /** `ServerName`, which the panel brings into view; nothing when the user runs it. */
  showEffectiveTools: 'plugboard.showEffectiveTools',
  /** The address of a file, a position in it and a list of locations, as the protocol writes them. */
  showReferences: 'plugboard.showReferences',
} as const;

export const notifications = {
  /** Server to client: documents or files changed; trees and panels may ask again. */
  changed: 'plugboard/changed',
  /** Client to server, `ChosenSources`: the user chose other sources than `initializationOptions.sources` said. */
  sources: 'plugboard/sources',
  /** Client to server: the user trusts the workspace now. */
  trusted: 'plugboard/trusted',
} as const;

export { policyFormats } from './core/vocabulary/policyNames.ts';
export type * from './protocol/compare.ts';
export type * from './protocol/effective.ts';
export type * from './protocol/sources.ts';
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
