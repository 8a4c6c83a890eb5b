import type { Surface } from '../../server/core/effective/model.ts';
import type { Reason, ServerState } from '../../server/core/vocabulary/reasons.ts';
import type { ToolState } from '../../server/core/vocabulary/states.ts';
import type { Device, Subject } from '../support/faces.ts';

/** A device on which a subject has a state, and one on which it had another. */
export interface Scene {
  readonly of: Subject;
  readonly now: Device;
  readonly before: Device;
}

type Files = Device['files'];
type More = Omit<Device, 'files'>;

const name = 'crane';
const url = 'https://crane.example.com/mcp';
const http = { name, transport: 'http', url };
const other = { name: 'other', transport: 'http', url: 'https://other.example.com/mcp' };
const local = { command: 'crane' };
const remote = { type: 'http', url };

const fleet = (policy: object): Files => ({
  'fleet.json': JSON.stringify({ inferenceProvider: 'anthropic', ...policy }, null, 2),
});
const managed = (...managedMcpServers: readonly object[]): Files => fleet({ managedMcpServers });
const ruled = (permission: string): Files => managed({ ...http, toolPolicy: { lift: permission } });
const locked = (permission: string): Files =>
  fleet({ orgPluginSettings: [{ serverName: name, tools: [{ toolName: 'lift', permission }] }] });
const servers = (server: object): string => JSON.stringify({ mcpServers: { [name]: server } }, null, 2);
const user = (server: object): Files => ({ 'claude_desktop_config.json': servers(server) });
const plugin = (server: object, installationPreference = 'required'): Files => ({
  'org-plugins/kit/.claude-plugin/plugin.json': JSON.stringify({ name: 'kit', installationPreference }),
  'org-plugins/kit/.mcp.json': servers(server),
});
const agent = (tool: string): Files => ({
  'org-plugins/kit/.claude-plugin/plugin.json': JSON.stringify({ name: 'kit' }),
  'org-plugins/kit/agents/pilot.md': `---\nname: pilot\ndescription: Lifts.\ntools: ${tool}\n---\nLift.\n`,
});

const subject = (layer: Subject['layer'], more: Partial<Subject> = {}): Subject => ({
  server: name,
  layer,
  plugin: layer === 'plugin' ? 'kit' : null,
  tool: null,
  surface: 'cowork',
  ...more,
});
const scene = (of: Subject, now: Files, before: Files, more: More = {}): Scene => ({
  of,
  now: { files: now, ...more },
  before: { files: before, ...more },
});

/** Returns what a policy does to the plugin's server `server`. */
const byPolicy = (policy: object, server: object, more: More = {}): Scene =>
  scene(subject('plugin'), { ...fleet(policy), ...plugin(server) }, { ...fleet({}), ...plugin(server) }, more);
/** Returns what a plugin's own files do to its server. */
const ofPlugin = (now: Files, before = plugin(remote)): Scene =>
  scene(subject('plugin'), { ...fleet({}), ...now }, { ...fleet({}), ...before });
const ofUser = (now: Files, before: Files, more: More = {}): Scene =>
  scene(subject('user', { surface: more.surfaces?.[0] ?? 'cowork' }), now, { ...before, ...user(local) }, more);
const ofExtension = (now: object, before: object): Scene =>
  scene(subject('extension'), fleet(now), fleet(before), { extensions: [{ name, signed: false, origin: null }] });

const inCowork: More = { surfaces: ['cowork'] as readonly Surface[] };
const inCode: More = { surfaces: ['code'] as readonly Surface[] };
const inChat: More = { surfaces: ['chat'] as readonly Surface[] };
const newApp: More = { minimumVersion: '2.7032.0' };

/** Returns what Claude Code's own managed settings do to a user's server. */
const byCode = (settings: object): Scene =>
  ofUser({ ...fleet({}), ...user(local), 'managed-settings.json': JSON.stringify(settings) }, fleet({}), inCode);

/** One scene for each reason. No rule of the app makes a user's server or an extension take precedence over another server. */
export const reasonScenes: Readonly<Record<Exclude<Reason, 'shadowed-by:user' | 'shadowed-by:extension'>, Scene>> = {
  'invalid-entry': scene(
    subject('managed'),
    managed({ ...http, url: 'http://crane.example.com/mcp', toolPolicy: { lift: 'ask' } }, other),
    managed({ ...http, toolPolicy: { lift: 'ask' } }, other),
  ),
  'unreadable-key': byPolicy({ allowedPluginMcpServers: 5 }, remote, newApp),
  'unsupported-entry': ofPlugin(plugin({ type: 'http' })),
  'not-stdio': ofUser({ ...fleet({}), ...user(remote) }, fleet({})),
  'user_config-unsupported': ofPlugin(plugin({ ...local, args: ['${user_config.port}'] }), plugin(local)),
  'no-manifest': ofPlugin({ 'org-plugins/kit/.mcp.json': servers(remote) }),
  'plugin-not-installed': ofPlugin(plugin(remote, 'available')),
  'shadowed-by:managed': scene(
    subject('plugin'),
    { ...managed(http), ...plugin(remote) },
    { ...managed(other), ...plugin(remote) },
  ),
  'shadowed-by:plugin': ofUser({ ...fleet({}), ...user(local), ...plugin(remote) }, fleet({})),
  'isLocalDevMcpEnabled=false': ofUser({ ...fleet({ isLocalDevMcpEnabled: false }), ...user(local) }, fleet({})),
  'local-servers-blocked': byPolicy({ isLocalDevMcpEnabled: false }, local),
  isDesktopExtensionEnabled: ofExtension({ isDesktopExtensionEnabled: false }, { isDesktopExtensionEnabled: true }),
  'signature-required': ofExtension(
    { isDesktopExtensionEnabled: true, isDesktopExtensionSignatureRequired: true },
    { isDesktopExtensionEnabled: true, isDesktopExtensionSignatureRequired: false },
  ),
  allowedPluginMcpServers: byPolicy(
    { allowedPluginMcpServers: [{ serverUrl: 'https://other.example.com/*' }] },
    remote,
    newApp,
  ),
  deniedPluginMcpServers: byPolicy(
    { deniedPluginMcpServers: [{ serverUrl: 'https://crane.example.com/*' }] },
    remote,
    newApp,
  ),
  allowedMcpServers: byCode({ allowedMcpServers: [], allowManagedMcpServersOnly: true }),
  deniedMcpServers: byCode({ deniedMcpServers: [{ serverName: name }] }),
  'managed-mcp.json': scene(
    subject('managed', { surface: 'code' }),
    { ...ruled('ask'), 'managed-mcp.json': JSON.stringify({ mcpServers: { only: local } }) },
    ruled('ask'),
    inCode,
  ),
  allowManagedMcpServersOnly: ofUser({ ...managed(other), ...user(local) }, fleet({}), inCode),
  'not-in-chat': ofUser(
    { ...fleet({ chatTabEnabled: true }), ...user(local) },
    fleet({ chatTabEnabled: true }),
    inChat,
  ),
  'policy-only': scene(
    subject('managed'),
    managed({ name, transport: 'policy-only', toolPolicy: { lift: 'ask' } }, other),
    managed(http, other),
  ),
  'not-in-workspace': scene(subject('plugin', { plugin: null }), locked('ask'), locked('ask')),
};

export const serverScenes: Readonly<Record<Exclude<ServerState, 'inactive'>, Scene>> = {
  active: ofPlugin(plugin(remote), plugin({ ...remote, url: 'https://old.example.com' })),
  'needs-sign-in': ofPlugin(plugin({ ...remote, oauth: true })),
  missing: scene(subject('managed'), managed(other), managed(http, other)),
};

const lift = subject('managed', { tool: 'lift' });
const bash = subject('managed', { server: null, tool: 'Bash' });
const lifter = agent(`mcp__${name}__lift`);

export const stateScenes: Readonly<Record<ToolState, Scene>> = {
  allow: scene(lift, ruled('allow'), ruled('ask'), inCowork),
  ask: scene(lift, { ...ruled('ask'), ...lifter }, ruled('allow')),
  user: scene(lift, managed(http), ruled('ask'), { tools: new Map([[name, [{ name: 'lift' }]]]) }),
  'cc-prompt': scene({ ...lift, surface: 'code' }, ruled('allow'), ruled('ask'), inCode),
  blocked: scene(lift, { ...ruled('blocked'), ...lifter }, ruled('allow')),
  removed: scene(bash, { ...fleet({ disabledBuiltinTools: ['Bash'] }), ...agent('Bash') }, fleet({})),
  absent: scene({ ...bash, surface: 'chat' }, fleet({ builtinToolPolicy: { Bash: 'ask' } }), fleet({}), inChat),
};
