import type { TextRange } from '../base/text.ts';
import type { FormProblem } from '../components/manifestFlaws.ts';
import type { Target } from '../model.ts';
import type { Node } from '../syntax/node.ts';
import type { Origin, Surface } from './model.ts';

/**
 * How a policy reaches a device. `managed` is the managed source of the platform (a Linux file, a profile); `machine` and
 * `user` are the two macOS preference files, `hklm` and `hkcu` the two Windows hives; `bootstrap` is the response of
 * `bootstrapUrl`; `local` is the entry that was applied in the app itself.
 */
export const policyRoles = ['managed', 'machine', 'user', 'hklm', 'hkcu', 'bootstrap', 'local'] as const;
export type PolicyRole = (typeof policyRoles)[number];
export const platforms = ['macos', 'windows', 'linux'] as const;
export type Platform = (typeof platforms)[number];

/** A tree and its file, so that every decision can name its location. */
export interface Tree {
  readonly uri: string;
  readonly root: Node | undefined;
  /** The range of a syntax error; the tree is then incomplete. */
  readonly broken?: TextRange | undefined;
}

/** A manifest, and its schema problems without warnings. */
export interface ManifestTree extends Tree {
  readonly forms?: readonly FormProblem[] | undefined;
}

/** Hooks of a plugin: a file, or a part of its manifest. */
export interface HooksTree extends Tree {
  /** The map of hooks by event. */
  readonly events: Node | undefined;
}

export interface PolicySource extends Tree {
  readonly role: PolicyRole;
  /** For a registry hive: the first value that the app sees, whether or not it is a setting. */
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
  readonly hooks?: readonly HooksTree[] | undefined;
  readonly version?: string | undefined;
  /** A SKILL.md in the root, which makes the folder a plugin without a manifest. */
  readonly skillRoot?: boolean | undefined;
  /** The user installed it. */
  readonly installed?: boolean | undefined;
  /** The user removed it. */
  readonly uninstalled?: boolean | undefined;
}

export interface ExtensionInput {
  readonly name: string;
  readonly signed: boolean;
  /** The plugin folder that contains it. */
  readonly bundledIn?: string | undefined;
  readonly origin: Origin | null;
}

export interface KnownTool {
  readonly name: string;
  readonly readOnly?: boolean | undefined;
  readonly destructive?: boolean | undefined;
  /** The server's description of the tool. */
  readonly description?: string | undefined;
}

/** Claude Code's own managed files on the device. */
export interface ClaudeCodeManaged {
  /** `managed-mcp.json`. */
  readonly mcp?: Tree | undefined;
  /** `managed-settings.json`. */
  readonly settings?: Tree | undefined;
}

/** All inputs of the effective tool set. */
export interface EffectiveInput {
  readonly target: Target;
  readonly surfaces: readonly Surface[];
  readonly platform?: Platform | undefined;
  readonly policies: readonly PolicySource[];
  readonly plugins: readonly PluginInput[];
  /** Plugin servers to report although neither a plugin nor a policy here names them, because the other device of a comparison does. */
  readonly pluginServers?: readonly string[];
  /** The map of servers by name (`mcpServers` of claude_desktop_config.json). */
  readonly userServers?: Tree | undefined;
  readonly extensions: readonly ExtensionInput[];
  /** Tools by server name. */
  readonly tools: ReadonlyMap<string, readonly KnownTool[]>;
  readonly claudeCode?: ClaudeCodeManaged | undefined;
}
