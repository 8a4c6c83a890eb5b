import { atLeast } from '../../base/version.ts';
import { listOf } from '../../base/words.ts';
import { child, toValue } from '../../syntax/node.ts';
import type { EffectivePlugin, ReachLine } from '../model.ts';
import { codeSettings, line, type ReachDevice } from './device.ts';
import { countOf, someOf } from './words.ts';

const mayRun = ({ active, reason }: EffectivePlugin): boolean => active || reason === 'plugin-not-installed';
const namesOf = (plugins: readonly EffectivePlugin[]): string[] => plugins.map(({ directory }) => directory);
const first = (plugins: readonly EffectivePlugin[]) => plugins[0]?.modules[0]?.origin ?? plugins[0]?.origin ?? null;

/**
 * Plugins with a module that Claude Code loads: it sees, changes, refuses and allows tool calls. Only rules that deny, and hooks of
 * administrators, take precedence. Source: the pages on mods.
 */
export function modLines(device: ReachDevice): ReachLine[] {
  const withMods = device.plugins.filter((plugin) => plugin.modules.length > 0 && mayRun(plugin));
  const [running, offered] = [withMods.filter(({ active }) => active), withMods.filter(({ active }) => !active)];
  const isManagedOnly = toValue(child(codeSettings(device)?.root, 'allowManagedModsOnly')) === true;
  const more = isManagedOnly
    ? ' Claude Code’s managed settings allow only mods of administrators: whether these count as such is not documented.'
    : ' `allowManagedModsOnly` in Claude Code’s managed settings prevents it.';
  const said = (plugins: readonly EffectivePlugin[], level: ReachLine['level'], before: string): ReachLine[] =>
    plugins.length === 0
      ? []
      : line(device, 'mods', null, {
          level: isManagedOnly ? 'unknown' : level,
          message: `${before}${countOf(namesOf(plugins), 'plugin')} may see, change and allow every tool call in Code, even one that should ask.${more}`,
          surfaces: ['code'],
          origin: first(plugins),
          certainty: 'documented',
          weight: 'high',
        });
  return [...said(running, 'open', ''), ...said(offered, 'limited', 'If users install them: ')];
}

/** Events whose hooks may allow a tool call instead of the user. Source: Claude Code’s page on hooks. */
const approving: readonly string[] = ['PreToolUse', 'PermissionRequest'];

/** The first app whose Chat runs hooks of plugins. Source: release notes of 1.52386.0. */
const hooksInChat = '1.52386.0';

export function hookLines(device: ReachDevice): ReachLine[] {
  const withHooks = device.plugins.filter(({ active, hookEvents }) => active && hookEvents.length > 0);
  if (withHooks.length === 0) return [];
  const events = [...new Set(withHooks.flatMap(({ hookEvents }) => hookEvents))];
  const allow = approving.filter((event) => events.includes(event));
  const may =
    allow.length > 0 ? ` Those for ${listOf(allow)} may allow or refuse a tool call instead of the user.` : '';
  const own = codeSettings(device)?.root;
  const isLimited = ['disableAllHooks', 'allowManagedHooksOnly'].some((key) => toValue(child(own, key)) === true);
  const inCode = isLimited ? ' Claude Code’s managed settings limit hooks in Code.' : '';
  const inChat = atLeast(device.version, hooksInChat) ? (['chat'] as const) : [];
  return line(device, 'hooks', null, {
    level: 'open',
    message: `Hooks of ${countOf(namesOf(withHooks), 'plugin')} run for ${someOf(events)}, outside any sandbox.${may}${inCode}`,
    surfaces: ['cowork', ...(isLimited ? [] : (['code'] as const)), ...inChat],
    origin: withHooks[0]?.origin ?? null,
    certainty: 'documented',
    weight: allow.length > 0 ? 'high' : 'medium',
  });
}
