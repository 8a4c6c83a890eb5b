/** Which files the effective tool set is made of: chosen by the user, remembered by the client and told to the server. */
export interface ChosenSources {
  readonly policies?: readonly { readonly uri: string; readonly role: string }[];
  /** The org-plugins folder. */
  readonly orgPlugins?: string;
  readonly userConfig?: string;
  /** Manifests of desktop extensions that count as installed. */
  readonly extensions?: readonly string[];
  /** Claude Code's own `managed-mcp.json` and `managed-settings.json`. */
  readonly claudeCode?: readonly string[];
}

/** What is only asked, and asked anew with each request. */
export interface WhatIf {
  /** Plugins that count as installed by the user, or as removed, whatever is so. */
  readonly installed?: readonly string[];
  readonly uninstalled?: readonly string[];
  /** Another oldest version than the settings name. */
  readonly minimumVersion?: string;
  /** Another day than today, ISO 8601. */
  readonly date?: string;
}

/** What an answer was made of, after defaults. */
export type UsedSources = ChosenSources & WhatIf;

/** Where a policy stands on a device. */
export interface PolicyRoleChoice {
  readonly role: string;
  readonly label: string;
  readonly detail: string;
}

/** What there is to choose from. */
export interface SourceCandidates {
  readonly policies: readonly { readonly uri: string; readonly label: string; readonly keys: number }[];
  readonly mounts: readonly { readonly uri: string; readonly label: string; readonly plugins: number }[];
  readonly userConfigs: readonly { readonly uri: string; readonly label: string }[];
  /** Manifests of desktop extensions. */
  readonly extensions: readonly { readonly uri: string; readonly label: string }[];
  /** Claude Code's own managed files. */
  readonly claudeCode: readonly { readonly uri: string; readonly label: string }[];
  readonly roles: readonly PolicyRoleChoice[];
}
