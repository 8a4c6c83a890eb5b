import { codeSettingsOf } from '../code/managedSettings.ts';
import type { ReachLine, Surface } from '../model.ts';
import { codeApproval, isDisabled } from './codeSettings.ts';
import { isOn, line, openTabs, type ReachDevice, readSetting } from './device.ts';
import { hasSandbox } from './interactions.ts';
import { switchLine } from './switches.ts';

/** Sources: the configuration reference, its changelog, the page on Chat. Chat always asks. */
export const approvalLines = (device: ReachDevice): ReachLine[] => [
  ...autoMode(device),
  ...bypass(device),
  ...codeApproval(device),
  ...switchLine(device, 'lasting-approval'),
  ...sandboxedCalls(device),
  ...switchLine(device, 'schedules'),
  ...scheduledApproval(device),
];

function autoMode(device: ReachDevice): ReachLine[] {
  const key = 'autoModeEnabled';
  if (!isOn(device, key))
    return line(device, 'auto-mode', key, {
      level: 'closed',
      message: 'Users cannot let Claude decide instead of them.',
    });
  const isOffInCode = isDisabled(codeSettingsOf(device.input), 'disableAutoMode');
  const surfaces: readonly Surface[] = isOffInCode ? ['cowork'] : ['cowork', 'code'];
  const inCode = isOffInCode ? ' In Code, Claude Code’s managed settings switch it off.' : '';
  const message = `Users may let Claude itself decide which calls run without a prompt.${inCode}`;
  return line(device, 'auto-mode', key, { level: 'open', message, surfaces });
}

function bypass(device: ReachDevice): ReachLine[] {
  const key = 'disableBypassPermissionsMode';
  if (isOn(device, key))
    return line(device, 'bypass', key, { level: 'closed', message: 'Users cannot switch off all prompts.' });
  const isOffInCode = isDisabled(codeSettingsOf(device.input), key);
  const surfaces: readonly Surface[] = isOffInCode ? ['cowork'] : ['cowork', 'code'];
  const inCode = isOffInCode ? ' In Code, Claude Code’s managed settings remove it.' : '';
  const message = `The policy does not remove the mode in which nothing asks. Whether the app offers it is not documented.${inCode}`;
  return line(device, 'bypass', key, { level: 'unknown', message, surfaces, certainty: 'unknown' });
}

/** Source: Claude Code’s page on sandboxing; whether the app leaves its default is unknown. */
function sandboxedCalls(device: ReachDevice): ReachLine[] {
  const bash = device.surfaces.code?.builtinTools.find(({ name }) => name === 'Bash');
  const isConfined = hasSandbox(device) && device.input.platform !== 'windows';
  if (bash?.state !== 'ask' || !isConfined || openTabs(device, ['code']).length === 0) return [];
  return line(device, 'sandboxed-calls', 'builtinToolPolicy', {
    level: 'unknown',
    message:
      'Bash asks, but Claude Code by default runs sandboxed commands without a prompt. Whether the app changes that is not documented.',
    surfaces: ['code'],
    origin: bash.origin,
    certainty: 'unknown',
    weight: 'medium',
  });
}

function scheduledApproval(device: ReachDevice): ReachLine[] {
  const key = 'mcpScheduledTaskApprovalLifetimeDays';
  if (!isOn(device, 'scheduledTasksEnabled')) return [];
  const { value } = readSetting(device, key);
  if (value === 0)
    return line(device, 'scheduled-approval', key, {
      level: 'closed',
      message: 'Approvals do not last in scheduled tasks.',
    });
  if (typeof value === 'number') {
    const message = `Approvals in scheduled tasks last ${value} days.`;
    return line(device, 'scheduled-approval', key, { level: 'limited', message });
  }
  if (!isOn(device, 'mcpPersistentAlwaysAllowEnabled')) return [];
  const message = 'Approvals in scheduled tasks do not expire.';
  return line(device, 'scheduled-approval', key, { level: 'open', message, certainty: 'reading' });
}
