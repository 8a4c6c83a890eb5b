import type { EffectiveResult, EffectiveServer, Origin, Reason } from '../effective/model.ts';
import type { Redirection } from './definitions.ts';
import type { Cause, CauseRule, Verdict } from './model.ts';
import type { Quotes } from './quote.ts';

/** Finds the rule and the place behind a change. */
export interface Causes {
  /** Of a tool that is there on both sides. Lines are quoted only where it changes. */
  ofTool(before: Verdict, after: Verdict, isChanged: boolean): Cause;
  /** Of a server that starts (`came`) or is gone; `other` is how it stands where it does not run. */
  ofServer(running: EffectiveServer, other: EffectiveServer | undefined, came: boolean): Cause;
  ofRedirection(before: EffectiveServer, after: EffectiveServer, redirection: Redirection): Cause;
  ofPlugin(directory: string, came: boolean): Cause;
}

/** The settings that switch servers off. */
const switches: Readonly<Partial<Record<Reason, string>>> = {
  'isLocalDevMcpEnabled=false': 'isLocalDevMcpEnabled',
  'local-servers-blocked': 'isLocalDevMcpEnabled',
  isDesktopExtensionEnabled: 'isDesktopExtensionEnabled',
  'signature-required': 'isDesktopExtensionSignatureRequired',
  allowedPluginMcpServers: 'allowedPluginMcpServers',
  deniedPluginMcpServers: 'deniedPluginMcpServers',
};

const ruleOf = (reason: Reason | null | undefined): CauseRule =>
  reason ? { kind: 'inactive', reason } : { kind: 'entry' };

export function createCauses(old: EffectiveResult, now: EffectiveResult, quotes: Quotes): Causes {
  const here = (origin: Origin) => ({ origin, side: 'new', line: quotes.added(origin) }) as const;
  const there = (origin: Origin) => ({ origin, side: 'old', line: quotes.removed(origin) }) as const;
  const nowhere = { origin: null, side: 'new', line: null } as const;
  const pluginOrigin = ({ plugins }: EffectiveResult, directory: string | null) =>
    plugins.find((plugin) => plugin.directory === directory)?.origin ?? null;

  /** The place that lets a server run now, or did before: a setting, a plugin's manifest, or what stood in its way. */
  const started = (server: EffectiveServer, before: EffectiveServer | undefined) => {
    if (!before) return server.origin ? here(server.origin) : nowhere;
    const key = before.reason === null ? undefined : switches[before.reason];
    const isOfPlugin = before.reason === 'plugin-not-installed' || before.reason === 'no-manifest';
    const place = isOfPlugin ? pluginOrigin(now, server.plugin) : key === undefined ? null : now.config[key]?.origin;
    if (place) return here(place);
    if (before.cause) return there(before.cause);
    return server.origin ? here(server.origin) : nowhere;
  };
  const stopped = (server: EffectiveServer, after: EffectiveServer | undefined) => {
    if (after?.cause) {
      const place = here(after.cause);
      const was = after.reason === 'plugin-not-installed' ? pluginOrigin(old, server.plugin) : null;
      return { ...place, line: place.line ?? quotes.removed(was) };
    }
    const key = after?.reason ? switches[after.reason] : undefined;
    const place = (key === undefined ? null : old.config[key]?.origin) ?? server.origin;
    return place ? there(place) : nowhere;
  };

  return {
    ofTool: (before, after, isChanged) => {
      const { certainty } = after;
      if (!isChanged) return { rule: after.rule, certainty, origin: after.origin, side: 'new', line: null };
      if (after.origin) {
        const place = here(after.origin);
        return { rule: after.rule, certainty, ...place, line: place.line ?? quotes.removed(before.origin) };
      }
      if (before.origin) return { rule: before.rule, certainty, ...there(before.origin) };
      return { rule: after.rule, certainty, ...nowhere };
    },
    ofServer: (running, other, came) => ({
      rule: ruleOf(other?.reason),
      certainty: came ? running.certainty : (other?.certainty ?? 'documented'),
      ...(came ? started(running, other) : stopped(running, other)),
    }),
    ofRedirection: (_, { certainty }, { field, origin, isQuotable }) => {
      const place = origin ? here(origin) : nowhere;
      return { rule: { kind: 'field', name: field }, certainty, ...place, line: isQuotable ? place.line : null };
    },
    ofPlugin: (directory, came) => {
      const [before, after] = [old, now].map(({ plugins }) => plugins.find((each) => each.directory === directory));
      const rule = ruleOf((came ? before : after)?.reason);
      const certainty = (after ?? before)?.certainty ?? 'documented';
      const place = after?.origin ? here(after.origin) : before?.origin ? there(before.origin) : nowhere;
      const line = place.line ?? quotes.removed(before?.origin ?? null);
      return { rule, certainty, ...place, line };
    },
  };
}
