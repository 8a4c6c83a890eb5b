import { listOf } from '../../base/words.ts';
import { extensionSignature, extensionSwitch, extensionsLoaded } from '../../policy/extensions.ts';
import { isObject } from '../../policy/order/directions.ts';
import { child, toValue } from '../../syntax/node.ts';
import type { PolicyRole } from '../input.ts';
import type { ReachLine, Surface } from '../model.ts';
import { codeSupply, serverLists } from './codeSettings.ts';
import { codeSettings, isOn, isVoidInCode, line, type ReachDevice, readSetting } from './device.ts';
import { isCodeLocked } from './interactions.ts';
import { marketplaceLines } from './marketplaces.ts';
import { hookLines, modLines } from './pluginCode.ts';
import { switchLine } from './switches.ts';
import { countOf, textsIn } from './words.ts';

/** Sources: the configuration reference and its changelog, the pages on extensions, Code and SSH. */
export const supplyLines = (device: ReachDevice): ReachLine[] => [
  ...modLines(device),
  ...hookLines(device),
  ...marketplaceLines(device),
  ...switchLine(device, 'user-marketplaces'),
  ...switchLine(device, 'uploads'),
  ...switchLine(device, 'skills'),
  ...localServers(device),
  ...codeServers(device),
  ...codeSupply(device),
  ...pluginServers(device),
  ...extensions(device),
  ...ssh(device),
  ...sshProgram(device),
  ...bootstrapTrust(device),
  ...switchLine(device, 'links'),
  ...switchLine(device, 'bundled-skills'),
];

const localKey = 'isLocalDevMcpEnabled';

function localServers(device: ReachDevice): ReachLine[] {
  if (isOn(device, localKey)) {
    const message = 'Users may add local MCP servers: programs that run with their rights, outside any sandbox.';
    const surfaces: readonly Surface[] =
      isCodeLocked(device) && !isVoidInCode(device) ? ['cowork'] : ['cowork', 'code'];
    return line(device, 'local-servers', localKey, { level: 'open', message, surfaces });
  }
  const message = 'Users cannot add local MCP servers. Whether those that they added before stop is not documented.';
  return line(device, 'local-servers', localKey, { level: 'limited', message });
}

function codeServers(device: ReachDevice): ReachLine[] {
  const key = 'managedMcpServers';
  const of = { surfaces: ['code'], weight: 'high' } as const;
  const { mcp } = device.input.claudeCode ?? {};
  if (mcp) {
    const origin = mcp.root ? { uri: mcp.uri, range: mcp.root.range } : null;
    const message = 'Code connects only the servers of `managed-mcp.json`.';
    return line(device, 'code-servers', null, { level: 'closed', message, origin, ...of });
  }
  const isLocked = isCodeLocked(device) && !isVoidInCode(device);
  const listed = serverLists(device);
  if (!isLocked && listed.length > 0) return listed;
  if (isVoidInCode(device)) {
    const message = 'Users may connect MCP servers of their own in Code: the lock of this policy does not apply there.';
    return line(device, 'code-servers', null, { level: 'open', message, ...of });
  }
  if (isLocked) {
    const message = 'Code is locked to managed servers and those of plugins: users’ own servers do not load.';
    return line(device, 'code-servers', key, { level: 'closed', message, ...of });
  }
  const noServers = 'Without a managed server, Code is not locked to managed servers:';
  if (isOn(device, localKey)) {
    const message = `${noServers} users may connect MCP servers of their own.`;
    return line(device, 'code-servers', key, { level: 'open', message, ...of });
  }
  const message = `${noServers} whether \`${localKey}\` also stops servers in Claude Code’s own files is not documented.`;
  return line(device, 'code-servers', key, { level: 'unknown', message, certainty: 'unknown', ...of });
}

const allowedKey = 'allowedPluginMcpServers';

function pluginServers(device: ReachDevice): ReachLine[] {
  const { value, isUnreadable } = readSetting(device, allowedKey);
  if (value !== undefined || isUnreadable) {
    const patterns = (Array.isArray(value) ? value : []).flatMap((row: unknown) =>
      isObject(row) && typeof row.serverUrl === 'string' ? [row.serverUrl] : [],
    );
    const remote =
      patterns.length > 0
        ? `Remote ones connect only if they match ${countOf(patterns, 'pattern')}.`
        : 'Remote ones do not connect either.';
    const message = `No local server of a plugin starts. ${remote}`;
    return line(device, 'plugin-servers', allowedKey, { level: patterns.length > 0 ? 'limited' : 'closed', message });
  }
  if (!isOn(device, localKey)) {
    const certainty = isCodeLocked(device) ? 'documented' : 'third-party';
    const message = 'No local server of a plugin starts. Remote ones connect.';
    return line(device, 'plugin-servers', localKey, { level: 'limited', message, certainty });
  }
  const message = 'Plugins may start local servers: programs that run with the rights of the user.';
  return line(device, 'plugin-servers', allowedKey, { level: 'open', message, surfaces: ['cowork', 'code'] });
}

function extensions(device: ReachDevice): ReachLine[] {
  const loaded = extensionsLoaded((key) => isOn(device, key));
  const level = { none: 'closed', signed: 'limited', all: 'open' } as const;
  const messages = {
    none: 'No desktop extension loads.',
    signed: 'Signed desktop extensions load, such as those in plugins.',
    all: 'Desktop extensions load, such as those in plugins, also without a signature.',
  } as const;
  const key = loaded === 'signed' ? extensionSignature : extensionSwitch;
  return line(device, 'extensions', key, { level: level[loaded], message: messages[loaded] });
}

const sshKey = 'sshHostAllowlist';
const credential = 'Every connection sends the inference credential to the host.';

/** The order is: an administrator’s value here, Claude Code’s managed settings, a local value here, off. Source: the page on SSH. */
function ssh(device: ReachDevice): ReachLine[] {
  const { value, isUnreadable, origin } = readSetting(device, sshKey);
  const own = codeSettings(device);
  const ownNode = own && child(own.root, sshKey);
  const isSet = value !== undefined || isUnreadable;
  const isLocal = isSet && isLocallySet(device, sshKey);
  if (ownNode && (!isSet || isLocal)) {
    const from = { uri: own.uri, range: ownNode.range };
    return sshList(device, textsIn(toValue(ownNode)), from, 'Claude Code’s managed settings: ');
  }
  if (isSet && isLocal && !own) {
    const message = 'Claude Code’s managed settings take precedence over this local value, and they are not given.';
    return line(device, 'ssh', sshKey, { level: 'unknown', message, certainty: 'unknown' });
  }
  if (isSet) return sshList(device, value, origin, '');
  if (own) return line(device, 'ssh', sshKey, { level: 'closed', message: 'Code opens no SSH sessions.' });
  const message =
    'Code opens no SSH sessions, unless Claude Code’s managed settings on the device name hosts. They are not given.';
  return line(device, 'ssh', sshKey, { level: 'unknown', message });
}

/** Anything but a list of strings counts as an empty list. */
function sshList(device: ReachDevice, value: unknown, origin: ReachLine['origin'], before: string): ReachLine[] {
  const list = textsIn(value);
  const isSpoiled = !Array.isArray(value) || list.length < value.length;
  if (isSpoiled || list.length === 0)
    return line(device, 'ssh', sshKey, { level: 'closed', message: `${before}Code opens no SSH sessions.`, origin });
  const hosts = list.includes('*') ? 'every host' : countOf(list, 'host');
  const wild = list.find((host) => host.startsWith('*.'));
  const apex = wild === undefined ? '' : ` \`${wild}\` covers ${wild.slice(2)} too.`;
  const message = `${before}Code opens SSH sessions to ${hosts}.${apex} ${credential}`;
  return line(device, 'ssh', sshKey, { level: list.includes('*') ? 'open' : 'limited', message, origin });
}

const localRoles: ReadonlySet<PolicyRole> = new Set(['local', 'hkcu']);

/** Whether a value was set in the app or in the registry of the user, and not by an administrator. */
function isLocallySet({ sources, input }: ReachDevice, key: string): boolean {
  const setting = sources.settings.get(key);
  const policy = input.policies.find(
    ({ root }) => root?.type === 'object' && root.properties.some((each) => each === setting?.property),
  );
  return policy !== undefined && localRoles.has(policy.role);
}

function sshProgram(device: ReachDevice): ReachLine[] {
  const key = 'sshClientPath';
  const { value } = readSetting(device, key);
  if (typeof value !== 'string') return [];
  return line(device, 'ssh-program', key, { level: 'limited', message: `SSH sessions run \`${value}\`.` });
}

function bootstrapTrust(device: ReachDevice): ReachLine[] {
  const key = 'trustBootstrapDelivery';
  if (!device.settings.has('bootstrapUrl')) return [];
  const what = listOf(['programs', 'sign-in targets', 'endpoints', 'local servers']);
  const { value } = readSetting(device, key);
  const isTrusted = typeof value === 'boolean' ? value : !isLocallySet(device, 'bootstrapUrl');
  const message = isTrusted
    ? `The bootstrap server may deliver ${what}, and users are not asked.`
    : `Each user is asked before ${what} from the bootstrap server are used.`;
  return line(device, 'bootstrap-trust', key, { level: isTrusted ? 'open' : 'limited', message });
}
