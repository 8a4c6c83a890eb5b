import type { Certainty } from '../base/text.ts';
import { extensionSignature, extensionSwitch, extensionsLoaded } from '../policy/extensions.ts';
import { reasons } from '../vocabulary/reasons.ts';
import { type Candidate, type Inactive, inactive, isLocal } from './candidates.ts';
import { codeSettingsOf } from './code/managedSettings.ts';
import { type ListVerdict, readServerLists } from './code/serverLists.ts';
import type { Context } from './context.ts';
import { weaker } from './decide.ts';
import type { Layer, Origin, Surface } from './model.ts';
import * as noteTexts from './noteTexts.ts';
import { readPluginLists } from './pluginLists.ts';
import type { Settings } from './settings.ts';

/** A candidate on one surface. */
export interface Activated {
  readonly inactive: Inactive | undefined;
  readonly certainty: Certainty;
}

const strength: Readonly<Record<Layer, number>> = { managed: 0, plugin: 1, user: 2, extension: 2 };

/**
 * Step 3: decides which candidates run. The rules are tried in order; the first match decides.
 * @param restricts the location of `managedMcpServers` if it restricts other servers, or null.
 */
export function createActivation(
  context: Context,
  settings: Settings,
  restricts: Origin | null,
  candidates: readonly Candidate[],
): (candidate: Candidate, surface: Surface) => Activated {
  const holders = nameHolders(context, candidates);
  const byList = readPluginLists(context, settings);
  const code = codeLock(context, restricts);
  const isLocalOff = !settings.boolean('isLocalDevMcpEnabled');
  const isLocalUnsettled = candidates.some(({ layer, inactive: why }) => layer === 'user' && !why);
  if (isLocalOff && isLocalUnsettled)
    context.note(noteTexts.earlierServers, 'unknown', settings.origin('isLocalDevMcpEnabled'));

  const off = (candidate: Candidate, surface: Surface): Inactive | undefined => {
    const isRead = surface === 'code' && candidate.isReadByCode === true;
    if (candidate.inactive && !isRead) return candidate.inactive;
    const { layer } = candidate;
    const shadow = shadowed(candidate, holders.get(candidate.name));
    if (shadow) return shadow;
    const where = settings.origin('isLocalDevMcpEnabled');
    if (layer === 'user' && isLocalOff) return inactive('isLocalDevMcpEnabled=false', 'unknown', where);
    // Source: the page on Chat, which does not name servers of users and extensions.
    const elsewhere = surface === 'chat' ? inactive('not-in-chat', 'reading', null) : undefined;
    if (layer === 'user') return elsewhere;
    if (layer === 'extension') return extensionOff(context, candidate, settings) ?? elsewhere;
    if (layer !== 'plugin') return undefined;
    if (isLocalOff) {
      if (isLocal(candidate)) return inactive('local-servers-blocked', restricts ? 'documented' : 'reading', where);
      const connects = surface === 'chat' || !restricts || context.since('1.44121.1', noteTexts.remotesConnect, where);
      if (!connects) {
        const why =
          'Before 1.44121.1, plugin servers do not connect while local servers are off and managed servers are set';
        return inactive('local-servers-blocked', 'documented', where, why);
      }
    }
    const listed = byList(candidate);
    if (listed) return listed;
    return candidate.userConfig && inactive('user_config-unsupported', 'reading', candidate.userConfig);
  };

  return (candidate, surface) => {
    const inCode = surface === 'code' ? code(candidate) : {};
    const why = off(candidate, surface) ?? inCode.inactive;
    if (why) return { inactive: why, certainty: why.certainty };
    const certainty = weaker(doubtOf(candidate, surface, holders, context), inCode.certainty ?? 'documented');
    return { inactive: undefined, certainty };
  };
}

/** Returns how certain it is that an active server runs. */
function doubtOf(candidate: Candidate, surface: Surface, holders: Holders, context: Context): Certainty {
  if (candidate.layer !== 'plugin') return candidate.certainty;
  if (surface === 'chat' || candidate.isReadByCode || holders.get(candidate.name)?.isContested) return 'unknown';
  if (!isLocal(candidate)) return candidate.certainty;
  // The documented fields of plugin servers are those of remote servers; that local ones start is known from third-party
  // extractions.
  return weaker(candidate.certainty, context.since('1.44121.1') ? 'third-party' : 'unknown');
}

interface Holder {
  readonly candidate: Candidate;
  /** Two plugins have a server of this name. */
  readonly isContested: boolean;
}
type Holders = ReadonlyMap<string, Holder>;

/**
 * Returns which server gets each name: managed before plugin before user; of two plugins, the first in alphabetical order,
 * which no documentation confirms.
 */
function nameHolders(context: Context, candidates: readonly Candidate[]): Holders {
  const holders = new Map<string, Holder>();
  for (const candidate of candidates) {
    if (candidate.inactive || candidate.fromManagedMcp) continue;
    const held = holders.get(candidate.name);
    const difference = held ? strength[candidate.layer] - strength[held.candidate.layer] : -1;
    if (difference < 0 || !held) holders.set(candidate.name, { candidate, isContested: false });
    else if (difference === 0 && candidate.layer === 'plugin') {
      const isFirst = (candidate.plugin ?? '') < (held.candidate.plugin ?? '');
      const [winner, loser] = isFirst ? [candidate, held.candidate] : [held.candidate, candidate];
      holders.set(candidate.name, { candidate: winner, isContested: true });
      context.note(
        noteTexts.twoPlugins(candidate.name, winner.plugin ?? '', loser.plugin ?? ''),
        'unknown',
        loser.origin,
      );
    }
  }
  return holders;
}

function shadowed(candidate: Candidate, holder: Holder | undefined): Inactive | undefined {
  if (!holder || holder.candidate === candidate) return undefined;
  const by = holder.candidate;
  const isRival =
    strength[by.layer] < strength[candidate.layer] || (by.layer === 'plugin' && candidate.layer === 'plugin');
  if (!isRival) return undefined;
  const reason = `shadowed-by:${by.layer}` as const;
  const isDocumented = by.layer === 'managed' && candidate.layer === 'plugin';
  const certainty = isDocumented ? 'documented' : by.layer === candidate.layer ? 'unknown' : 'reading';
  const why = reasons[reason].sentence({ server: candidate.name, plugin: by.plugin ?? undefined });
  return inactive(reason, certainty, by.origin, why);
}

/** Sources: the extensions page and the configuration changelog. */
function extensionOff(context: Context, { signed }: Candidate, settings: Settings): Inactive | undefined {
  if (!settings.has(extensionSwitch)) context.since('1.19367.0', noteTexts.extensionsOff);
  const loaded = extensionsLoaded(settings.boolean);
  if (loaded === 'none') return inactive(extensionSwitch, 'documented', settings.origin(extensionSwitch));
  if (signed || loaded === 'all') return undefined;
  return inactive('signature-required', 'documented', settings.origin(extensionSignature));
}

/**
 * Step 3.6: the effect of Claude Code's own managed files, and of the lock on managed servers, in Code. The list of denied servers
 * comes first, then `managed-mcp.json` or the lock, then the list of allowed servers.
 */
function codeLock(context: Context, restricts: Origin | null): (candidate: Candidate) => ListVerdict {
  const { mcp } = context.input.claudeCode ?? {};
  const settings = codeSettingsOf(context.input);
  const isDesktopFile = context.input.userServers?.uri.endsWith('claude_desktop_config.json') ?? false;
  const lists = readServerLists(settings, isDesktopFile);
  if (mcp) {
    const cause = mcp.root ? { uri: mcp.uri, range: mcp.root.range } : null;
    return (candidate) =>
      candidate.fromManagedMcp ? lists(candidate) : { inactive: inactive('managed-mcp.json', 'documented', cause) };
  }
  if (!restricts || settings?.voidsPolicy) return lists;
  return (candidate) => {
    const { layer } = candidate;
    const listed = lists(candidate);
    if (layer === 'user' && listed.inactive?.reason !== 'deniedMcpServers')
      return { inactive: inactive('allowManagedMcpServersOnly', isDesktopFile ? 'reading' : 'documented', restricts) };
    if (layer === 'plugin' && !context.since('1.44121.1'))
      context.note(noteTexts.pluginServersShutOut, 'unknown', restricts);
    return listed;
  };
}
