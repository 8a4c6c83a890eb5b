import type { TextRange } from '../base/text.ts';
import type { FormProblem } from '../components/manifestFlaws.ts';
import type { Target } from '../model.ts';
import type { Node } from '../syntax/node.ts';
import type { Origin, Surface } from './model.ts';

/**
 * Where a policy stands on a device. `managed` is the managed source of the platform (a Linux file, a profile);
 * `machine` and `user` are the two macOS preference files, `hklm` and `hkcu` the two Windows hives; `bootstrap` is the
 * response of `bootstrapUrl`; `local` is the entry that was applied in the app itself.
 */
export const policyRoles = ['managed', 'machine', 'user', 'hklm', 'hkcu', 'bootstrap', 'local'] as const;
export type PolicyRole = (typeof policyRoles)[number];
export type Platform = 'macos' | 'windows' | 'linux';

/** A tree and the file it stands in, so that every decision can name its place. */
export interface Tree {
  readonly uri: string;
  readonly root: Node | undefined;
  /** Where the text breaks its syntax; the tree is then what could be guessed. */
  readonly broken?: TextRange | undefined;
}

/** A manifest, and what the schema finds wrong in it, without its warnings. */
export interface ManifestTree extends Tree {
  readonly forms?: readonly FormProblem[] | undefined;
}

export interface PolicySource extends Tree {
  readonly role: PolicyRole;
  /** Of a hive of the registry: its first value that the app sees, whether it is a setting or not. */
  readonly firstValue?: { readonly name: string; readonly range: TextRange };
}

/** One folder of org-plugins. */
export interface PluginInput {
  /** The folder's name, which is the plugin's name. */
  readonly directory: string;
  readonly uri: string;
  readonly hasManifest: boolean;
  readonly manifest?: ManifestTree | undefined;
  readonly mcp?: Tree | undefined;
  readonly version?: string | undefined;
  /** A SKILL.md at the root, which makes a plugin without a manifest. */
  readonly skillRoot?: boolean | undefined;
  /** The user chose it. */
  readonly installed?: boolean | undefined;
  /** The user removed it. */
  readonly uninstalled?: boolean | undefined;
}

export interface ExtensionInput {
  readonly name: string;
  readonly signed: boolean;
  /** The plugin folder that brings it. */
  readonly bundledIn?: string | undefined;
  readonly origin: Origin | null;
}

export interface KnownTool {
  readonly name: string;
  readonly readOnly?: boolean | undefined;
  readonly destructive?: boolean | undefined;
  /** What the server says of it, for people. */
  readonly description?: string | undefined;
}

/** Claude Code's own managed files on the device. */
export interface ClaudeCodeManaged {
  /** `managed-mcp.json`. */
  readonly mcp?: Tree | undefined;
  /** `managed-settings.json`. */
  readonly settings?: Tree | undefined;
}

/** Everything that the effective tool set depends on. */
export interface EffectiveInput {
  readonly target: Target;
  readonly surfaces: readonly Surface[];
  readonly platform?: Platform | undefined;
  readonly policies: readonly PolicySource[];
  readonly plugins: readonly PluginInput[];
  /** Servers of plugins to answer for although neither a plugin nor a policy here names them: another device does, with which this one is compared. */
  readonly pluginServers?: readonly string[];
  /** The map of servers by name (`mcpServers` of claude_desktop_config.json). */
  readonly userServers?: Tree | undefined;
  readonly extensions: readonly ExtensionInput[];
  /** Tools by server name. */
  readonly tools: ReadonlyMap<string, readonly KnownTool[]>;
  readonly claudeCode?: ClaudeCodeManaged | undefined;
}
