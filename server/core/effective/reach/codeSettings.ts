import { plural } from '../../base/words.ts';
import { isObject } from '../../policy/order/directions.ts';
import { itemsOf, stringOf, toValue } from '../../syntax/node.ts';
import type { ReachId } from '../../vocabulary/reach.ts';
import { type CodeSettings, codeSettingsOf } from '../code/managedSettings.ts';
import type { ReachLine } from '../model.ts';
import { line, type ReachDevice, type Statement } from './device.ts';
import { countOf, someOf, textsIn } from './words.ts';

/** What Claude Code's own managed settings say about Code. Sources: the pages on settings, permissions and plugins of Claude Code. */

const own = 'Claude Code’s managed settings';

/** Returns a line about Code that one of its own keys decides. */
function codeLine(
  device: ReachDevice,
  id: ReachId,
  settings: CodeSettings,
  path: readonly string[],
  statement: Omit<Statement, 'surfaces' | 'origin'>,
): ReachLine[] {
  const origin = settings.origin(...path);
  return line(device, id, null, { certainty: 'documented', ...statement, surfaces: ['code'], origin });
}

type Read = (device: ReachDevice, settings: CodeSettings) => ReachLine[];
const withSettings =
  (read: Read) =>
  (device: ReachDevice): ReachLine[] => {
    const settings = codeSettingsOf(device.input);
    return settings ? read(device, settings) : [];
  };

type Mode = Pick<Statement, 'level' | 'message' | 'weight'>;
const modes: Readonly<Record<string, Mode>> = {
  bypassPermissions: {
    level: 'open',
    message: `${own} start sessions in the mode in which nothing asks.`,
    weight: 'high',
  },
  auto: {
    level: 'open',
    message: `${own} start sessions in the mode in which Claude itself decides what asks.`,
    weight: 'high',
  },
  acceptEdits: {
    level: 'open',
    message: `${own} start sessions in the mode in which edits of files do not ask.`,
    weight: 'medium',
  },
  dontAsk: { level: 'limited', message: `${own} start sessions in a mode that refuses what no rule allows.` },
  plan: { level: 'limited', message: `${own} start sessions in the mode that only reads and plans.` },
  default: { level: 'limited', message: `${own} start sessions in the mode that asks.` },
};

/** The modes that two keys switch off. */
const offBy: Readonly<Record<string, string>> = {
  bypassPermissions: 'disableBypassPermissionsMode',
  auto: 'disableAutoMode',
};

/** Whether a key says `"disable"`, at the top or below `permissions`. */
export const isDisabled = (settings: CodeSettings | undefined, key: string): boolean =>
  [settings?.at(key), settings?.at('permissions', key)].some((node) => stringOf(node) === 'disable');

const startMode = withSettings((device, settings) => {
  const name = stringOf(settings.at('permissions', 'defaultMode'));
  const mode = name === undefined || !Object.hasOwn(modes, name) ? undefined : modes[name];
  if (name === undefined) return [];
  const path = ['permissions', 'defaultMode'];
  const unknownMode = { level: 'unknown', message: `${own} name a mode that is not known: \`${name}\`.` } as const;
  if (!mode) return codeLine(device, 'code-mode', settings, path, { ...unknownMode, certainty: 'unknown' });
  const off = offBy[name];
  if (off !== undefined && isDisabled(settings, off)) {
    const message = `${own} name \`${name}\` as the mode of new sessions, but \`${off}\` switches it off.`;
    return codeLine(device, 'code-mode', settings, path, { level: 'closed', message });
  }
  const message = `${mode.message} Whether the app starts sessions in it is not documented.`;
  return codeLine(device, 'code-mode', settings, path, { ...mode, message, certainty: 'reading' });
});

const rules = withSettings((device, settings) => {
  const lists = (['deny', 'ask', 'allow'] as const).map((kind) => ({
    kind,
    texts: itemsOf(settings.at('permissions', kind)).flatMap((node) => stringOf(node) ?? []),
  }));
  const said = lists.filter(({ texts }) => texts.length > 0);
  if (said.length === 0) return [];
  const allowed = lists.find(({ kind }) => kind === 'allow')?.texts ?? [];
  const words = said.map(({ kind, texts }) => `${verbs[kind](texts.length)} (${someOf(texts)})`);
  const message = `In ${own}, ${words.join(', ')}. Rules that deny come first, then those that ask.`;
  return codeLine(device, 'code-rules', settings, ['permissions'], {
    level: allowed.length > 0 ? 'open' : 'limited',
    message,
  });
});
const verbs = {
  deny: (rules: number) => plural(rules, 'rule denies', 'rules deny'),
  ask: (rules: number) => plural(rules, 'rule asks', 'rules ask'),
  allow: (rules: number) => plural(rules, 'rule allows without a prompt', 'rules allow without a prompt'),
} as const;

const userRules = withSettings((device, settings) => {
  const path = ['allowManagedPermissionRulesOnly'];
  if (settings.isTrue(...path)) {
    const message = `Only rules of ${own} count: users cannot allow calls in their own settings.`;
    return codeLine(device, 'user-rules', settings, path, { level: 'closed', message });
  }
  const message =
    'Users may add rules in their own settings that allow calls without a prompt, as far as no rule here denies or asks.';
  return codeLine(device, 'user-rules', settings, path, { level: 'open', message });
});

export const codeApproval = (device: ReachDevice): ReachLine[] => [
  ...startMode(device),
  ...rules(device),
  ...userRules(device),
];

/** Folders beyond those of the policy. */
export const codeFolders = withSettings((device, settings) => {
  const path = ['permissions', 'additionalDirectories'];
  const folders = textsIn(toValue(settings.at(...path)));
  if (folders.length === 0) return [];
  const message = `${own} add ${countOf(folders, 'folder')}. Whether \`allowedWorkspaceFolders\` limits them is not documented.`;
  return codeLine(device, 'code-folders', settings, path, { level: 'open', message, certainty: 'reading' });
});

const sourceOf = (entry: unknown): string => {
  if (!isObject(entry)) return 'an entry';
  const named = [entry.repo, entry.url, entry.package, entry.hostPattern, entry.pathPattern, entry.path, entry.source];
  return named.find((each): each is string => typeof each === 'string') ?? 'an entry';
};

const entriesAt = (settings: CodeSettings, key: string): readonly unknown[] | undefined => {
  const value = toValue(settings.at(key));
  return Array.isArray(value) ? value : undefined;
};

const marketplaces = withSettings((device, settings) => {
  const [strict, blocked] = ['strictKnownMarketplaces', 'blockedMarketplaces'] as const;
  const allowed = entriesAt(settings, strict);
  const denied = entriesAt(settings, blocked) ?? [];
  const but = denied.length > 0 ? ` Blocked: ${someOf(denied.map(sourceOf))}.` : '';
  const doubt = ' Whether marketplaces that the app adds pass this is not documented.';
  if (allowed?.length === 0) {
    const message = `Users add no marketplace in Code: ${own} allow none.${doubt}`;
    return codeLine(device, 'code-marketplaces', settings, [strict], { level: 'closed', message });
  }
  if (allowed) {
    const message = `Users add only ${countOf(allowed.map(sourceOf), 'marketplace')} in Code.${but}${doubt}`;
    return codeLine(device, 'code-marketplaces', settings, [strict], { level: 'limited', message });
  }
  if (denied.length === 0) return [];
  const message = `Users add any marketplace in Code that is not blocked.${but}`;
  return codeLine(device, 'code-marketplaces', settings, [blocked], { level: 'open', message });
});

const plugins = withSettings((device, settings) => {
  const value = toValue(settings.at('enabledPlugins'));
  if (!isObject(value)) return [];
  const named = (is: boolean) => Object.keys(value).filter((name) => value[name] === is);
  const [forced, blocked] = [named(true), named(false)];
  if (forced.length + blocked.length === 0) return [];
  const words = [
    ...(forced.length > 0 ? [`${own} enable ${countOf(forced, 'plugin')} for everybody.`] : []),
    ...(blocked.length > 0 ? [`${own} block ${countOf(blocked, 'plugin')}.`] : []),
    ...(forced.length > 0 ? ['What these bring is not in the given files.'] : []),
    'Whether this reaches plugins of the folder `org-plugins` is not documented.',
  ];
  const level = forced.length > 0 ? 'open' : 'limited';
  return codeLine(device, 'code-plugins', settings, ['enabledPlugins'], { level, message: words.join(' ') });
});

export const codeSupply = (device: ReachDevice): ReachLine[] => [...marketplaces(device), ...plugins(device)];

/** What `allowedMcpServers` and `deniedMcpServers` mean for the servers of users; no line if neither is set. */
export const serverLists = withSettings((device, settings) => {
  const [allowedKey, deniedKey, finalKey] = [
    'allowedMcpServers',
    'deniedMcpServers',
    'allowManagedMcpServersOnly',
  ] as const;
  const allowed = entriesAt(settings, allowedKey);
  const denied = entriesAt(settings, deniedKey) ?? [];
  const but =
    denied.length > 0 ? ` \`${deniedKey}\` refuses what matches its ${plural(denied.length, 'entry', 'entries')}.` : '';
  const of = (path: string, level: ReachLine['level'], message: string) =>
    codeLine(device, 'code-servers', settings, [path], { level, message: `${message}${but}`, weight: 'high' });
  if (!allowed && denied.length === 0 && !settings.isTrue(finalKey)) return [];
  if (!allowed && settings.isTrue(finalKey)) {
    const message = `\`${finalKey}\` without \`${allowedKey}\` limits nothing: users may connect MCP servers of their own.`;
    return of(finalKey, 'open', message);
  }
  if (!allowed) return of(deniedKey, 'open', 'Users may connect MCP servers of their own that are not denied.');
  if (!settings.isTrue(finalKey)) {
    const message = `${own} list the servers that may connect (${plural(allowed.length, 'entry', 'entries')} of \`${allowedKey}\`), but users may extend the list in their own settings unless \`${finalKey}\` is true.`;
    return of(allowedKey, 'open', message);
  }
  if (allowed.length === 0)
    return of(allowedKey, 'closed', `Code connects no MCP server of users and plugins: \`${allowedKey}\` is empty.`);
  const message = `Code connects only MCP servers that ${own} allow (${plural(allowed.length, 'entry', 'entries')} of \`${allowedKey}\`).`;
  return of(allowedKey, 'limited', message);
});
