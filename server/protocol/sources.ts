/** The files from which the effective tool set is evaluated: chosen by the user, stored by the client and sent to the server. */
export interface ChosenSources {
  readonly policies?: readonly { readonly uri: string; readonly role: string }[];
  /** The org-plugins folder. */
  readonly orgPlugins?: string;
  readonly userConfig?: string;
  /** Manifests of desktop extensions that count as installed. */
  readonly extensions?: readonly string[];
  /** Claude Code's own `managed-mcp.json` and `managed-settings.json`. */
  readonly claudeCode?: readonly string[];
  /** A fleet, which names all of these. */
  readonly fleet?: ChosenFleet;
}

/** A fleet of the `.plugboard.json` in a folder, given by its URI. */
export interface ChosenFleet {
  readonly folder: string;
  readonly name: string;
}

/** Assumptions for one request, sent with each. */
export interface WhatIf {
  /** Plugins that count as installed by the user, or as removed, regardless of reality. */
  readonly installed?: readonly string[];
  readonly uninstalled?: readonly string[];
  /** A minimum version other than that of the settings. */
  readonly minimumVersion?: string;
  /** A day other than today, ISO 8601. */
  readonly date?: string;
}

/** The sources of a result, after defaults. */
export type UsedSources = ChosenSources & WhatIf;

/** How a policy reaches a device. */
export interface PolicyRoleChoice {
  readonly role: string;
  readonly label: string;
  readonly detail: string;
}

/** The possible sources. */
export interface SourceCandidates {
  readonly policies: readonly { readonly uri: string; readonly label: string; readonly keys: number }[];
  readonly mounts: readonly { readonly uri: string; readonly label: string; readonly plugins: number }[];
  readonly userConfigs: readonly { readonly uri: string; readonly label: string }[];
  /** Manifests of desktop extensions. */
  readonly extensions: readonly { readonly uri: string; readonly label: string }[];
  /** Claude Code's own managed files. */
  readonly claudeCode: readonly { readonly uri: string; readonly label: string }[];
  readonly roles: readonly PolicyRoleChoice[];
  /** The fleets of all settings files, each with the display path of its folder; empty for the workspace’s own. */
  readonly fleets: readonly (ChosenFleet & { readonly label: string })[];
}
