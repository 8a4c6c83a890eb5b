import type { Certainty } from '../../base/text.ts';
import { atLeast } from '../../base/version.ts';
import type { ReachId, ReachLevel } from '../../vocabulary/reach.ts';
import type { ReachLine, Surface } from '../model.ts';
import { isOn, line, type ReachDevice, readSetting } from './device.ts';

/** What it means that a Boolean key is true, or false; where it is not set, its default counts. */
interface Switch {
  readonly key: string;
  readonly isTrue: readonly [ReachLevel, string];
  readonly isFalse: readonly [ReachLevel, string];
  readonly certainty?: Certainty;
  /** The certainty if nothing is set. */
  readonly unset?: Certainty;
  readonly surfaces?: readonly Surface[];
  /** It is about something that another setting must switch on first. */
  readonly needs?: (device: ReachDevice) => boolean;
  /** A line only if the key is set: without it there is nothing to say. */
  readonly onlyIfSet?: true;
}

/**
 * The lines that one key decides. Sources: the configuration reference, its changelog, and the pages on Chat, telemetry, the
 * browser and network.
 */
const switches: Partial<Readonly<Record<ReachId, Switch>>> = {
  chrome: {
    key: 'claudeInChromeEnabled',
    isTrue: [
      'unknown',
      'The policy names Claude in Chrome. What the key does with third-party inference is not documented.',
    ],
    isFalse: [
      'unknown',
      'The policy names Claude in Chrome. What the key does with third-party inference is not documented.',
    ],
    certainty: 'unknown',
    onlyIfSet: true,
  },
  preflight: {
    key: 'skipWebFetchPreflight',
    isTrue: ['open', 'Code fetches without asking api.anthropic.com whether a domain is blocked.'],
    isFalse: ['limited', 'Before a fetch, Code asks api.anthropic.com whether the domain is blocked.'],
  },
  ipv6: {
    key: 'coworkVmIpv6Enabled',
    isTrue: ['open', 'The virtual machine of Cowork has an IPv6 route. The list of hosts still applies.'],
    isFalse: ['closed', 'The virtual machine of Cowork has no IPv6 route.'],
  },
  'cowork-sandbox': {
    key: 'requireCoworkFullVmSandbox',
    isTrue: ['limited', 'All tools of Cowork run in a virtual machine.'],
    isFalse: [
      'limited',
      'The shell of Cowork runs in a virtual machine. Its file tools and web fetch run on the computer itself.',
    ],
  },
  wsl: {
    key: 'disableWslSessions',
    isTrue: ['closed', 'Code starts no sessions in WSL.'],
    isFalse: ['open', 'Code may start sessions in WSL.'],
    onlyIfSet: true,
  },
  'user-marketplaces': {
    key: 'userPluginMarketplacesEnabled',
    isTrue: ['open', 'Users may add plugin marketplaces of their choice.'],
    isFalse: ['limited', 'Users cannot add plugin marketplaces. Those that they already have stay.'],
  },
  uploads: {
    key: 'userPluginUploadsEnabled',
    isTrue: ['open', 'Users may upload and create plugins.'],
    isFalse: ['limited', 'Users cannot upload or create plugins. Those that they already have stay.'],
  },
  skills: {
    key: 'skillCreationEnabled',
    isTrue: ['open', 'Users, and Claude at their request, may create and upload skills.'],
    isFalse: ['limited', 'No skills can be created or uploaded. Those that exist keep working.'],
  },
  links: {
    key: 'disableDeepLinkRegistration',
    isTrue: ['closed', 'Links from outside do not open the app.'],
    isFalse: ['open', 'A link from outside (`claude://`) may open the app with a prompt in it.'],
  },
  'bundled-skills': {
    key: 'disableBundledSkills',
    isTrue: ['closed', 'Claude Code’s own skills and workflows are removed.'],
    isFalse: ['open', 'Claude Code’s own skills and workflows are there.'],
  },
  'lasting-approval': {
    key: 'mcpPersistentAlwaysAllowEnabled',
    isTrue: [
      'open',
      'Users may allow a tool once and for all, also in scheduled runs. A rule of the policy takes precedence.',
    ],
    isFalse: ['closed', 'Users cannot allow a tool once and for all, and earlier approvals no longer count.'],
  },
  schedules: {
    key: 'scheduledTasksEnabled',
    isTrue: ['open', 'Users may let Claude run at set times.'],
    isFalse: ['closed', 'Nothing runs at set times.'],
    unset: 'reading',
  },
  identity: {
    key: 'endUserAttribution',
    isTrue: ['open', 'The collector gets the identity of the user.'],
    isFalse: [
      'limited',
      'The collector does not get the identity of the user, unless `otlpResourceAttributes` names `enduser.id`.',
    ],
    needs: ({ settings }) => settings.has('otlpEndpoint'),
  },
  'essential-telemetry': {
    key: 'disableEssentialTelemetry',
    isTrue: ['closed', 'Anthropic gets no crash and performance reports.'],
    isFalse: ['open', 'Anthropic gets crash and performance reports, without content.'],
  },
  'usage-telemetry': {
    key: 'disableNonessentialTelemetry',
    isTrue: ['closed', 'Anthropic gets no usage data.'],
    isFalse: ['open', 'Anthropic gets usage data, and users may send diagnostic reports.'],
  },
  services: {
    key: 'disableNonessentialServices',
    isTrue: ['closed', 'The app fetches no favicons and previews from outside.'],
    isFalse: ['open', 'The app fetches favicons, previews of artifacts and widgets from outside.'],
  },
};

/** Telemetry that is off until the bootstrap server switches it on. Source: release notes of 1.24012.0. */
const offWithBootstrap: ReadonlySet<string> = new Set(['disableEssentialTelemetry', 'disableNonessentialTelemetry']);

/** Returns the line of a single key. */
export function switchLine(device: ReachDevice, id: ReachId): ReachLine[] {
  const found = switches[id];
  if (!found || found.needs?.(device) === false) return [];
  const { key, surfaces } = found;
  const isSet = device.settings.has(key);
  if (found.onlyIfSet && !isSet) return [];
  const [level, message] = isOn(device, key) ? found.isTrue : found.isFalse;
  const certainty = isSet ? found.certainty : (found.unset ?? found.certainty);
  const more = { ...(surfaces && { surfaces }), ...(certainty && { certainty }) };
  if (
    !isSet &&
    device.sources.kind === 'bootstrap' &&
    offWithBootstrap.has(key) &&
    atLeast(device.version, '1.24012.0')
  )
    return line(device, id, key, {
      level: 'closed',
      message: 'Off until the bootstrap server switches it on.',
      ...more,
    });
  const { isUnreadable } = readSetting(device, key);
  const unread = isUnreadable ? ` \`${key}\` cannot be read, so its restriction applies.` : '';
  return line(device, id, key, {
    level,
    message: `${message}${unread}`,
    ...more,
    ...(isUnreadable && { certainty: 'reading' }),
  });
}
