/**
 * What a policy lets Claude reach and do, as a set of single permissions, written from the facts of the app and not from the catalogue:
 * a check on the comparison of settings. A change makes something looser if the set gains a member.
 */

export type Policy = Readonly<Record<string, unknown>>;
type Tab = 'cowork' | 'code' | 'chat';

const list = (value: unknown): readonly string[] | undefined =>
  Array.isArray(value) ? value.map((entry: unknown) => String(entry)) : undefined;

/** Switches of tabs: what lets Claude do more, what holds where the key is not set, and the tabs that it is about. */
const switches: readonly (readonly [key: string, looser: boolean, unset: boolean, tabs: readonly Tab[]])[] = [
  ['autoModeEnabled', true, false, ['cowork', 'code']],
  ['disableBypassPermissionsMode', false, false, ['cowork', 'code']],
  ['blockReadsOutsideWorkingDirectories', false, false, ['code']],
  ['requireCoworkFullVmSandbox', false, false, ['cowork']],
  ['skipWebFetchPreflight', true, false, ['code']],
  ['isLocalDevMcpEnabled', true, true, ['cowork', 'code']],
  ['isDesktopExtensionEnabled', true, false, ['cowork', 'code']],
  ['userPluginMarketplacesEnabled', true, true, ['cowork', 'code']],
  ['userPluginUploadsEnabled', true, true, ['cowork', 'code']],
  ['skillCreationEnabled', true, true, ['cowork', 'code', 'chat']],
  ['mcpPersistentAlwaysAllowEnabled', true, true, ['cowork', 'chat']],
  ['builtinBrowserEnabled', true, false, ['cowork', 'code']],
];
/** The same of the app as a whole. */
const appSwitches: readonly (readonly [key: string, looser: boolean, unset: boolean])[] = [
  ['disableDeepLinkRegistration', false, false],
  ['disableEssentialTelemetry', false, false],
  ['disableNonessentialServices', false, false],
];

/** The hosts that are tried, some of them below others. */
const hosts = [
  'corp.example',
  'a.corp.example',
  'z.corp.example',
  'b.a.corp.example',
  'c.a.corp.example',
  'other.example',
  '10.0.0.1',
];
const folders = ['/srv', '/srv/team', '/srv/team/docs', '/srv/teams', '/home/me'];

/** `*.` stands for any name below, and `hasApex` for the name itself; an address is only itself. */
function isListed(entries: readonly string[], host: string, hasApex: boolean): boolean {
  return entries.some((entry) => {
    if (entry === '*' || entry === host) return true;
    if (!entry.startsWith('*.') || /^\d/.test(host)) return false;
    return host.endsWith(entry.slice(1)) || (hasApex && host === entry.slice(2));
  });
}

function tabsOf(policy: Policy): ReadonlySet<Tab> {
  const [code, chat] = [policy.isClaudeCodeForDesktopEnabled !== false, policy.chatTabEnabled === true];
  const cowork = policy.coworkTabEnabled !== false || (!code && !chat);
  return new Set<Tab>([
    ...(cowork ? ['cowork' as const] : []),
    ...(code ? ['code' as const] : []),
    ...(chat ? ['chat' as const] : []),
  ]);
}

/** Returns everything that `policy` lets Claude reach and do, of what is listed here. */
export function reachOf(policy: Policy): ReadonlySet<string> {
  const tabs = tabsOf(policy);
  const found = new Set<string>([...tabs].map((tab) => `tab ${tab}`));
  for (const [key, looser, unset, on] of switches) {
    if ((policy[key] ?? unset) === looser) for (const tab of on) if (tabs.has(tab)) found.add(`${key} in ${tab}`);
  }
  for (const [key, looser, unset] of appSwitches) if ((policy[key] ?? unset) === looser) found.add(key);
  const works = tabs.has('cowork') || tabs.has('code');
  if (policy.isDesktopExtensionEnabled === true && policy.isDesktopExtensionSignatureRequired !== true && works)
    found.add('unsigned extensions');
  const egress = list(policy.coworkEgressAllowedHosts) ?? [];
  for (const host of hosts) if (isListed(egress, host, false)) found.add(`host ${host}`);
  if (egress.includes('*')) found.add('any host');
  const isLimited = egress.length > 0 && !egress.includes('*');
  if (policy.builtinBrowserEnabled === true && works && !isLimited) found.add('browser without a list');
  const allowed = list(policy.allowedWorkspaceFolders);
  if (works) {
    if (!allowed) found.add('any folder');
    for (const folder of folders)
      if (!allowed || allowed.some((top) => folder === top || folder.startsWith(`${top}/`)))
        found.add(`folder ${folder}`);
  }
  if (tabs.has('code')) {
    if (egress.includes('*') && !allowed) found.add('code without a sandbox');
    const ssh = list(policy.sshHostAllowlist);
    // Another setting on the device may name hosts where this one names none.
    if (!ssh || ssh.length > 0) found.add('ssh');
    for (const host of hosts) if (ssh && isListed(ssh, host, true)) found.add(`ssh ${host}`);
    if (!list(policy.managedMcpServers)?.length) found.add('own servers of users in code');
  }
  return found;
}
