import type { EffectiveResult, EffectiveServer, Origin, Reason } from '../effective/model.ts';
import type { Redirection } from './definitions.ts';
import type { Cause, CauseRule, Verdict } from './model.ts';
import type { Quotes } from './quote.ts';

/** Finds the rule and the location behind a change. */
export interface Causes {
  /** Returns the cause for a tool that exists on both sides. Lines are quoted only if it changes. */
  ofTool(before: Verdict, after: Verdict, isChanged: boolean): Cause;
  /** Returns the cause for a server that was added (`appears`) or removed; `other` is the server on the side where it does not run. */
  ofServer(running: EffectiveServer, other: EffectiveServer | undefined, appears: boolean): Cause;
  ofRedirection(before: EffectiveServer, after: EffectiveServer, redirection: Redirection): Cause;
  ofPlugin(directory: string, appears: boolean): Cause;
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

export function createCauses(before: EffectiveResult, after: EffectiveResult, quotes: Quotes): Causes {
  const here = (origin: Origin) => ({ origin, side: 'new', line: quotes.added(origin) }) as const;
  const there = (origin: Origin) => ({ origin, side: 'old', line: quotes.removed(origin) }) as const;
  const nowhere = { origin: null, side: 'new', line: null } as const;
  const pluginOrigin = ({ plugins }: EffectiveResult, directory: string | null) =>
    plugins.find((plugin) => plugin.directory === directory)?.origin ?? null;

  /** The location that lets a server run now, or did before: a setting, a plugin's manifest, or what prevented it. */
  const started = (server: EffectiveServer, other: EffectiveServer | undefined) => {
    if (!other) return server.origin ? here(server.origin) : nowhere;
    const key = other.reason === null ? undefined : switches[other.reason];
    const isOfPlugin = other.reason === 'plugin-not-installed' || other.reason === 'no-manifest';
    const place = isOfPlugin
      ? pluginOrigin(after, server.plugin)
      : key === undefined
        ? null
        : after.config[key]?.origin;
    if (place) return here(place);
    if (other.cause) return there(other.cause);
    return server.origin ? here(server.origin) : nowhere;
  };
  const stopped = (server: EffectiveServer, other: EffectiveServer | undefined) => {
    if (other?.cause) {
      const place = here(other.cause);
      const manifest = other.reason === 'plugin-not-installed' ? pluginOrigin(before, server.plugin) : null;
      return { ...place, line: place.line ?? quotes.removed(manifest) };
    }
    const key = other?.reason ? switches[other.reason] : undefined;
    const place = (key === undefined ? null : before.config[key]?.origin) ?? server.origin;
    return place ? there(place) : nowhere;
  };

  return {
    ofTool: (was, is, isChanged) => {
      const { certainty } = is;
      if (!isChanged) return { rule: is.rule, certainty, origin: is.origin, side: 'new', line: null };
      if (is.origin) {
        const place = here(is.origin);
        return { rule: is.rule, certainty, ...place, line: place.line ?? quotes.removed(was.origin) };
      }
      if (was.origin) return { rule: was.rule, certainty, ...there(was.origin) };
      return { rule: is.rule, certainty, ...nowhere };
    },
    ofServer: (running, other, appears) => ({
      rule: ruleOf(other?.reason),
      certainty: appears ? running.certainty : (other?.certainty ?? 'documented'),
      ...(appears ? started(running, other) : stopped(running, other)),
    }),
    ofRedirection: (_, { certainty }, { field, origin, isQuotable }) => {
      const place = origin ? here(origin) : nowhere;
      return { rule: { kind: 'field', name: field }, certainty, ...place, line: isQuotable ? place.line : null };
    },
    ofPlugin: (directory, appears) => {
      const [was, is] = [before, after].map(({ plugins }) => plugins.find((each) => each.directory === directory));
      const rule = ruleOf((appears ? was : is)?.reason);
      const certainty = (is ?? was)?.certainty ?? 'documented';
      const place = is?.origin ? here(is.origin) : was?.origin ? there(was.origin) : nowhere;
      const line = place.line ?? quotes.removed(was?.origin ?? null);
      return { rule, certainty, ...place, line };
    },
  };
}
