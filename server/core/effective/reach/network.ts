import { atLeast } from '../../base/version.ts';
import type { EffectiveServer, ReachLine, Surface } from '../model.ts';
import { isOn, isVoidInCode, line, openTabs, type ReachDevice, readSetting } from './device.ts';
import { hostsKey, hostsOf, limitsBrowser, reachesEveryHost } from './interactions.ts';
import { switchLine } from './switches.ts';
import { countOf, hostIn, someOf, textsIn } from './words.ts';

/** Sources: the configuration reference and the pages on web tools, telemetry, the browser and Chat. */
export function networkLines(device: ReachDevice): ReachLine[] {
  return [
    ...hosts(device),
    ...addedHosts(device),
    ...beyondList(device),
    ...webSearch(device),
    ...browser(device),
    ...switchLine(device, 'chrome'),
    ...switchLine(device, 'preflight'),
    ...switchLine(device, 'ipv6'),
  ];
}

/** Where the list of hosts applies: Claude Code’s own managed settings may void it in Code. */
const withList = (device: ReachDevice): readonly Surface[] =>
  isVoidInCode(device) ? ['cowork', 'chat'] : ['cowork', 'code', 'chat'];

function hosts(device: ReachDevice): ReachLine[] {
  const surfaces = withList(device);
  const list = hostsOf(device);
  if (reachesEveryHost(device)) {
    const message =
      'Tools reach every host: `*` switches the filter off. Web fetch still refuses private networks and this computer.';
    return line(device, 'hosts', hostsKey, { level: 'open', message, surfaces });
  }
  if (list.length > 0) {
    const message = `Tools reach ${countOf(list, 'host')} and the inference endpoint.${wildcardWords(list)}${portWords(device, list)}`;
    return line(device, 'hosts', hostsKey, { level: 'limited', message, surfaces });
  }
  const message = 'Tools reach no host except the inference endpoint: web fetch and the installation of packages fail.';
  if (readSetting(device, hostsKey).isUnreadable) {
    const unread = `\`${hostsKey}\` cannot be read and counts as empty. ${message}`;
    return line(device, 'hosts', hostsKey, { level: 'closed', message: unread, surfaces, certainty: 'reading' });
  }
  return line(device, 'hosts', hostsKey, { level: 'closed', message, surfaces });
}

function wildcardWords(list: readonly string[]): string {
  const wild = list.find((host) => host.startsWith('*.'));
  return wild === undefined ? '' : ` \`${wild}\` covers every host below, not ${wild.slice(2)} itself.`;
}

/** Source: the configuration changelog. */
function portWords({ version }: ReachDevice, list: readonly string[]): string {
  const withPort = list.find((host) => /:\d+$/.test(host));
  if (withPort === undefined || atLeast(version, '1.32352.0')) return '';
  return ` Apps before 1.32352.0 drop the whole list for the shell because of the port in ${withPort}.`;
}

function addedHosts(device: ReachDevice): ReachLine[] {
  if (reachesEveryHost(device)) return [];
  const endpoint = readSetting(device, 'otlpEndpoint').value;
  const collector = typeof endpoint === 'string' ? [hostIn(endpoint)] : [];
  const analytics = isOn(device, 'disableNonessentialTelemetry') ? [] : ['api.anthropic.com'];
  const added = [...collector, ...analytics];
  if (added.length === 0) return [];
  const why = analytics.length > 0 ? ', unless `disableNonessentialTelemetry` is true' : '';
  return line(device, 'added-hosts', collector.length > 0 ? 'otlpEndpoint' : 'disableNonessentialTelemetry', {
    level: 'limited',
    message: `The app adds ${someOf(added)} to the hosts that the sandbox reaches${why}.`,
    surfaces: ['cowork', 'code'],
    weight: 'low',
  });
}

function beyondList(device: ReachDevice): ReachLine[] {
  if (reachesEveryHost(device)) return [];
  const message =
    'The list of hosts does not apply to MCP servers, hooks and other programs on the computer, to marketplaces, nor to web search.';
  return line(device, 'beyond-list', null, { level: 'open', message, weight: 'medium', certainty: 'documented' });
}

const searchTool = 'WebSearch';

/** Web search by the provider or by the managed server that replaces it, as the rows of the tools decide. */
function webSearch(device: ReachDevice): ReachLine[] {
  const all = openTabs(device, ['cowork', 'code', 'chat']);
  const on = all.filter((surface) => isSearching(device, surface));
  const [first] = on.length > 0 ? on : all;
  const tool = first && device.surfaces[first]?.builtinTools.find(({ name }) => name === searchTool);
  const of = { certainty: tool?.certainty ?? 'documented', weight: 'medium' } as const;
  if (on.length > 0 && of.certainty === 'unknown') {
    const message = 'Whether Claude can search the web depends on the provider. The list of hosts would not limit it.';
    return line(device, 'web-search', null, { level: 'unknown', message, surfaces: on, ...of });
  }
  if (on.length > 0) {
    const message = 'Claude may search the web. The list of hosts does not limit it.';
    return line(device, 'web-search', null, { level: 'open', message, surfaces: on, ...of });
  }
  const key = tool?.origin ? 'disabledBuiltinTools' : 'inferenceProvider';
  const origin = tool?.origin ?? device.settings.origin(key);
  return line(device, 'web-search', key, {
    level: 'closed',
    message: 'Claude cannot search the web.',
    surfaces: all,
    origin,
    ...of,
  });
}

function isSearching({ surfaces }: ReachDevice, surface: Surface): boolean {
  const here = surfaces[surface];
  const tool = here?.builtinTools.find(({ name }) => name === searchTool);
  if (tool && tool.state !== 'removed' && tool.state !== 'absent') return true;
  return here?.servers.some(isSearchServer) ?? false;
}

/** A line that removes the built-in tool removes that of the server, too. */
const isSearchServer = ({ active, transport, unlisted }: EffectiveServer): boolean =>
  active && transport === 'websearch' && unlisted.state !== 'removed' && unlisted.state !== 'blocked';

const browserKey = 'builtinBrowserEnabled';

function browser(device: ReachDevice): ReachLine[] {
  if (!isOn(device, browserKey))
    return line(device, 'browser', browserKey, { level: 'closed', message: 'Claude has no built-in browser.' });
  const list = readSetting(device, hostsKey);
  const sites = sitesOf(device);
  const may = 'In the built-in browser, Claude may open';
  if (sites.allowed === 'none')
    return line(device, 'browser', browserKey, { level: 'closed', message: `${may} no site.`, origin: sites.origin });
  const own = `${may} ${sites.words}`;
  if (limitsBrowser(device)) {
    const message = `${own}, and only on the hosts of \`${hostsKey}\`. Users confirm each site.`;
    return line(device, 'browser', browserKey, { level: 'limited', message });
  }
  if (sites.allowed === 'some')
    return line(device, 'browser', browserKey, { level: 'limited', message: `${own}. Users confirm each site.` });
  const isEmpty = Array.isArray(list.value) && list.value.length === 0;
  const message = `${own}: no list of hosts limits it. Users confirm each site.`;
  if (!isEmpty) return line(device, 'browser', browserKey, { level: 'open', message, certainty: 'reading' });
  const unsaid = `${own}. Whether the empty \`${hostsKey}\` limits the browser is not documented.`;
  return line(device, 'browser', browserKey, { level: 'unknown', message: unsaid, certainty: 'unknown' });
}

/** Which sites the keys of the browser allow. */
interface Sites {
  readonly allowed: 'all' | 'some' | 'none';
  readonly words: string;
  readonly origin: ReachLine['origin'];
}

function sitesOf(device: ReachDevice): Sites {
  const byDefault = readSetting(device, 'builtinBrowserDefaultDomainPolicy');
  const [allowed, blocked] = ['builtinBrowserAllowedDomains', 'builtinBrowserBlockedDomains'].map((key) =>
    readSetting(device, key),
  );
  if (byDefault.value === 'block' || byDefault.isUnreadable) {
    const names = textsIn(allowed?.value);
    if (names.length === 0) return { allowed: 'none', words: '', origin: byDefault.origin };
    return { allowed: 'some', words: `only ${countOf(names, 'site')}`, origin: allowed?.origin ?? null };
  }
  const names = textsIn(blocked?.value);
  if (names.includes('*')) return { allowed: 'none', words: '', origin: blocked?.origin ?? null };
  if (names.length === 0) return { allowed: 'all', words: 'every site', origin: null };
  return { allowed: 'all', words: `every site except ${countOf(names, 'site')}`, origin: blocked?.origin ?? null };
}
