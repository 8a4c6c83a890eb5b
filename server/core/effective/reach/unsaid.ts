import { listOf } from '../../base/words.ts';
import { child } from '../../syntax/node.ts';
import type { Origin, ReachLine } from '../model.ts';
import { selfHostedKey } from '../selfHosted.ts';
import { codeSettings, isOn, isVoidInCode, line, openTabs, type ReachDevice } from './device.ts';

/** What may change everything else and is not in the given files. */
export const unsaidLines = (device: ReachDevice): ReachLine[] => [
  ...standardMode(device),
  ...bootstrap(device),
  ...selfHosted(device),
  ...codeVoids(device),
  ...notGiven(device),
];

const whole = { surfaces: 'app', weight: 'high', level: 'unknown' } as const;

/** Source: the configuration reference. */
function standardMode(device: ReachDevice): ReachLine[] {
  const { settings } = device;
  if (settings.text('inferenceProvider') !== undefined || settings.has('bootstrapUrl')) return [];
  const message =
    'Without `inferenceProvider` the app starts in standard mode, where this policy does not apply. Everything below assumes third-party inference.';
  return line(device, 'standard-mode', 'inferenceProvider', { ...whole, message, certainty: 'documented' });
}

function bootstrap(device: ReachDevice): ReachLine[] {
  const { settings, sources } = device;
  if (!settings.has('bootstrapUrl') || sources.kind === 'bootstrap' || isSwitchedOff(device)) return [];
  const message =
    'The response of the bootstrap server is not given. It replaces the policy wherever it may, so everything below may be different.';
  return line(device, 'bootstrap', 'bootstrapUrl', { ...whole, message, certainty: 'documented' });
}

const isSwitchedOff = ({ settings }: ReachDevice): boolean => settings.values.get('bootstrapEnabled')?.value === false;

function selfHosted(device: ReachDevice): ReachLine[] {
  const key = selfHostedKey(device.settings);
  if (key === undefined) return [];
  const message = `With \`${key}\` the app stops applying settings of the device, \`disabledBuiltinTools\` and \`coworkEgressAllowedHosts\` among them. No limit below is certain.`;
  return line(device, 'self-hosted', key, { ...whole, message, certainty: 'validator' });
}

function codeVoids(device: ReachDevice): ReachLine[] {
  const own = codeSettings(device);
  if (!own || !isVoidInCode(device)) return [];
  const node = child(own.root, 'parentSettingsBehavior') ?? own.root;
  const origin: Origin | null = node ? { uri: own.uri, range: node.range } : null;
  const message =
    'Claude Code’s managed settings do not say `"parentSettingsBehavior": "merge"`: in Code, the hosts, folders, tool rules and the lock to managed servers of this policy have no effect. Of those settings, `permissions`, the lists of servers, marketplaces and plugins are evaluated below; hosts and the sandbox are not.';
  return line(device, 'claude-code-settings', null, {
    level: 'unknown',
    message,
    surfaces: ['code'],
    origin,
    certainty: 'documented',
    weight: 'high',
  });
}

function notGiven(device: ReachDevice): ReachLine[] {
  const { userServers, claudeCode } = device.input;
  const usesServers = isOn(device, 'isLocalDevMcpEnabled') && openTabs(device, ['cowork', 'code']).length > 0;
  const missing = [
    ...(userServers === undefined && usesServers ? ['`claude_desktop_config.json` (servers that users added)'] : []),
    ...(claudeCode === undefined && openTabs(device, ['code']).length > 0
      ? ['Claude Code’s own managed settings (they may void limits in Code)']
      : []),
  ];
  if (missing.length === 0) return [];
  const message = `Not given: ${listOf(missing)}.`;
  return line(device, 'not-given', null, {
    level: 'unknown',
    message,
    surfaces: 'app',
    certainty: 'unknown',
    weight: 'low',
  });
}
