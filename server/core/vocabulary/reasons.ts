import type { Layer } from './names.ts';
import type { Term, Tone } from './term.ts';

/** Why a server or plugin is not active; `shadowed-by:<layer>` names the layer that takes precedence. */
export type Reason =
  | 'invalid-entry'
  | 'unreadable-key'
  | 'unsupported-entry'
  | 'not-stdio'
  | 'no-manifest'
  | 'plugin-not-installed'
  | `shadowed-by:${Layer}`
  | 'isLocalDevMcpEnabled=false'
  | 'local-servers-blocked'
  | 'isDesktopExtensionEnabled'
  | 'signature-required'
  | 'allowedPluginMcpServers'
  | 'deniedPluginMcpServers'
  | 'user_config-unsupported'
  | 'allowedMcpServers'
  | 'deniedMcpServers'
  | 'managed-mcp.json'
  | 'allowManagedMcpServersOnly'
  | 'not-in-chat'
  | 'policy-only'
  | 'not-in-workspace';

/** Names that a sentence may contain. */
export interface Names {
  readonly server?: string;
  readonly plugin?: string | undefined;
  readonly key?: string;
}

export interface ReasonTerm extends Omit<Term, 'sentence'> {
  /** Why it is not active, in one sentence without a full stop. */
  readonly sentence: (names: Names) => string;
  /** Most likely a mistake of the file's author, not a decision. */
  readonly isMistake: boolean;
}

interface Kind {
  readonly label: string;
  readonly tone: Tone;
  readonly icon: string;
  readonly isMistake: boolean;
}

const dropped: Kind = { label: 'Dropped', tone: 'red', icon: 'error', isMistake: true };
const ignored: Kind = { label: 'Ignored', tone: 'quiet', icon: 'eye-closed', isMistake: true };
const notInstalled: Kind = { label: 'Not installed', tone: 'quiet', icon: 'circle-large', isMistake: false };
const shadowed: Kind = { label: 'Shadowed', tone: 'quiet', icon: 'layers', isMistake: false };
const switchedOff: Kind = { label: 'Switched off', tone: 'quiet', icon: 'circle-slash', isMistake: false };
const notHere: Kind = { label: 'Not here', tone: 'quiet', icon: 'question', isMistake: false };
const notInChat: Kind = { label: 'Not used', tone: 'quiet', icon: 'circle-slash', isMistake: false };
const policyOnly: Kind = { label: 'Policy only', tone: 'quiet', icon: 'shield', isMistake: false };

const reason = (kind: Kind, sentence: string): ReasonTerm => ({ ...kind, sentence: () => sentence });

export const reasons: Readonly<Record<Reason, ReasonTerm>> = {
  'invalid-entry': reason(dropped, 'The app drops this entry when it starts'),
  'unreadable-key': {
    ...dropped,
    sentence: ({ key }) => `${key ?? 'The setting'} cannot be read, so nothing that it governs may run`,
  },
  'unsupported-entry': reason(dropped, 'It has neither a command nor a url with type http or sse'),
  'not-stdio': reason(dropped, 'Users can add local servers only; this one has no command'),
  'user_config-unsupported': reason(dropped, 'It needs ${user_config.…}, which is not substituted here'),
  'no-manifest': reason(ignored, 'No .claude-plugin/plugin.json, so the app does not load this folder'),
  'plugin-not-installed': reason(notInstalled, 'Offered to users, not required'),
  'shadowed-by:managed': { ...shadowed, sentence: ({ server = '' }) => `Managed server ${server} has this name` },
  'shadowed-by:plugin': {
    ...shadowed,
    sentence: ({ server = '', plugin = '' }) => `Server ${server} of plugin ${plugin} has this name`,
  },
  'shadowed-by:user': { ...shadowed, sentence: ({ server = '' }) => `User server ${server} has this name` },
  'shadowed-by:extension': { ...shadowed, sentence: ({ server = '' }) => `Extension ${server} has this name` },
  'isLocalDevMcpEnabled=false': reason(switchedOff, 'User servers are off by policy'),
  'local-servers-blocked': reason(switchedOff, 'Local servers of plugins are off by policy'),
  isDesktopExtensionEnabled: reason(switchedOff, 'Desktop extensions are off'),
  'signature-required': reason(switchedOff, 'Only signed extensions load, and this one is not signed'),
  allowedPluginMcpServers: reason(switchedOff, 'Not on the list of plugin servers that may connect'),
  deniedPluginMcpServers: reason(switchedOff, 'On the list of plugin servers that may not connect'),
  allowedMcpServers: reason(switchedOff, 'Not on the list of servers in Claude Code’s managed settings'),
  deniedMcpServers: reason(switchedOff, 'On the list of denied servers in Claude Code’s managed settings'),
  'managed-mcp.json': reason(switchedOff, 'Code runs only the servers of managed-mcp.json on this device'),
  allowManagedMcpServersOnly: reason(switchedOff, 'Code runs only managed servers while managedMcpServers is set'),
  'not-in-chat': reason(notInChat, 'Chat reaches managed servers and nothing else on the computer'),
  'policy-only': reason(policyOnly, 'It only holds tool rules for the plugin server of this name'),
  'not-in-workspace': reason(
    notHere,
    'The policy has rules for its tools, but no plugin in this workspace provides it',
  ),
};

type Runs = { readonly active: boolean; readonly reason: Reason | null };

/** Whether the tools of a server get a row each: the server runs, or may run in the plugin, which is outside this workspace. */
export const hasToolRows = ({ active, reason }: Runs): boolean => active || reason === 'not-in-workspace';

/** Whether it is decided what the tools of a server may do: the server runs, or will run once a user installs its plugin. */
export const isDecided = (server: Runs): boolean => hasToolRows(server) || server.reason === 'plugin-not-installed';

/** Whether another server of the same name takes precedence. */
export const isShadowed = (of: Reason | null): boolean => of?.startsWith('shadowed-by:') ?? false;

/** The states of a server or plugin, without the reasons why it is inactive. */
export type ServerState = 'active' | 'needs-sign-in' | 'inactive' | 'missing';

export const serverStates: Readonly<Record<ServerState, Term>> = {
  active: { label: 'Active', sentence: 'The server runs', tone: 'green', icon: 'plug' },
  'needs-sign-in': {
    label: 'Needs sign-in',
    sentence: 'The server runs after the user has signed in',
    tone: 'green',
    icon: 'plug',
  },
  inactive: { label: 'Inactive', sentence: 'The server does not run', tone: 'quiet', icon: 'circle-slash' },
  missing: { label: 'Not there', sentence: 'No server has this name', tone: 'quiet', icon: 'dash' },
};

type Shown = Pick<Term, 'label' | 'tone' | 'icon'>;

/** Returns the term of a server or plugin that is not active. */
export const inactiveTerm = (of: Reason | null): Shown => (of === null ? serverStates.inactive : reasons[of]);

/** Returns the term of a server on one surface. */
export function serverTerm(server: {
  readonly active: boolean;
  readonly needsSignIn: boolean;
  readonly reason: Reason | null;
}): Shown {
  if (!server.active) return inactiveTerm(server.reason);
  return serverStates[server.needsSignIn ? 'needs-sign-in' : 'active'];
}
