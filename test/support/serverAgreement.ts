import type { Host } from '../../server/core/base/hosts.ts';
import { contains, type Diagnostic } from '../../server/core/base/text.ts';
import { pluginServerTransport } from '../../server/core/components/serverFlaws.ts';
import { effective } from '../../server/core/effective/effective.ts';
import { effectiveInput } from '../../server/core/effective/fromWorkspace.ts';
import type { EffectiveResult } from '../../server/core/effective/model.ts';
import { kinds } from '../../server/core/kinds/index.ts';
import { Linter } from '../../server/core/lint/linter.ts';
import type { DocumentKind } from '../../server/core/model.ts';
import { child, type PropertyNode, propertiesOf } from '../../server/core/syntax/node.ts';
import { parse } from '../../server/core/workspace/parse.ts';
import { base, workspaceOf } from './lint.ts';

export interface Case {
  readonly servers: Readonly<Record<string, unknown>>;
  readonly isWrapped: boolean;
  readonly hosts: readonly Host[];
  readonly minimumVersion: string;
  readonly date: string;
}

type Loss = 'app' | 'claude-code';

const path = 'org-plugins/pilot/.mcp.json';
const uri = `${base}/${path}`;
const manifest = JSON.stringify({
  name: 'pilot',
  installationPreference: 'required',
  userConfig: { team: { type: 'string', title: 'Team', description: 'The team' } },
});

const everybody: readonly Loss[] = ['app', 'claude-code'];

/** The keys that say what to start or to call: if another key has a wrong value, the app keeps the server. */
const keysOfReach: readonly (string | undefined)[] = ['type', 'command', 'url', undefined];

/** For which hosts a finding means that the server is lost. */
type LossOf = (finding: Diagnostic, server: PropertyNode) => readonly Loss[];
const unlessHint: LossOf = ({ severity }) => (severity === 'hint' ? [] : everybody);

/** The rules which say that a server is lost. The others find mistakes that do not lead to its loss. */
const lossesOf: Readonly<Record<string, LossOf>> = {
  'mcp/nothing-to-reach': () => everybody,
  'mcp/url-without-type': () => everybody,
  // Next to a command the key is ignored, which is a hint.
  'mcp/transport-instead-of-type': unlessHint,
  'mcp/server-url-key': () => everybody,
  'mcp/unknown-type': () => everybody,
  'mcp/url-not-absolute': () => everybody,
  'mcp/bad-port': () => everybody,
  'mcp/kind-not-in-cowork': () => ['app'],
  'mcp/oauth-boolean': () => ['claude-code'],
  'mcp/refused-value': () => ['claude-code'],
  // Claude Code rejects the server, which is an error; the app drops local servers, which is a hint. In a URL, the option stays
  // empty there.
  'mcp/user-config': ({ severity }, { valueNode }) =>
    severity !== 'hint' ? ['claude-code'] : pluginServerTransport(valueNode) === 'stdio' ? ['app'] : [],
  'mcp/schema': ({ severity, range }, { valueNode }) => {
    const key = propertiesOf(valueNode).find((property) => contains(property.range, range))?.key;
    return severity !== 'error' ? [] : keysOfReach.includes(key) ? everybody : ['claude-code'];
  },
};

/** Returns what the rules say about one server. */
function lossesByRules(found: readonly Diagnostic[], server: PropertyNode, hosts: readonly Host[]): ReadonlySet<Loss> {
  const losses = new Set(found.flatMap((finding) => lossesOf[finding.rule]?.(finding, server) ?? []));
  for (const [loss, host] of [
    ['app', 'desktop-3p'],
    ['claude-code', 'claude-code'],
  ] as const)
    if (!hosts.includes(host)) losses.delete(loss);
  return losses;
}

/** Returns what the effective tool set says about one server. */
function lossesBySet({ surfaces, notes }: EffectiveResult, name: string, hosts: readonly Host[]): ReadonlySet<Loss> {
  const server = surfaces.cowork?.servers.find((each) => each.name === name);
  const losses = new Set<Loss>();
  if (!server) losses.add('app').add('claude-code');
  if (server?.reason === 'unsupported-entry') losses.add('app');
  if (server?.reason === 'user_config-unsupported') losses.add('app');
  const noted = notes.some(
    ({ subject }) => subject?.kind === 'server-dropped-by-claude-code' && subject.server === name,
  );
  if (noted) losses.add('claude-code');
  for (const [loss, host] of [
    ['app', 'desktop-3p'],
    ['claude-code', 'claude-code'],
  ] as const)
    if (!hosts.includes(host)) losses.delete(loss);
  return losses;
}

/** Returns the first server on which the two sides differ, in a few lines; undefined if there is none. */
export function disagreement(each: Case, of: readonly DocumentKind[] = kinds, evaluated = each): string | undefined {
  const file = (servers: Case['servers']) => JSON.stringify(each.isWrapped ? { mcpServers: servers } : servers);
  const files = (servers: Case['servers']) => ({
    'org-plugins/pilot/.claude-plugin/plugin.json': manifest,
    [path]: file(servers),
  });
  const { minimumVersion, date, hosts } = each;
  const target = { minimumVersion, date, hosts };
  const linter = new Linter(workspaceOf(files(each.servers), of), () => ({ target, levels: {} }));
  const found = linter.all().get(uri) ?? [];
  const document = linter.workspace.get(uri);
  const root = document && parse(document).root;
  const input = effectiveInput(workspaceOf(files(evaluated.servers)), {
    policies: [],
    orgPlugins: `${base}/org-plugins`,
    surfaces: ['cowork'],
    target,
  });
  const set = effective(input);
  for (const server of propertiesOf(each.isWrapped ? child(root, 'mcpServers') : root)) {
    const { key, range } = server;
    const own = found.filter((diagnostic) => contains(range, diagnostic.range));
    const [rules, effectiveSet] = [lossesByRules(own, server, hosts), lossesBySet(set, key, hosts)];
    // If there are two losses, a rule or a note may report only the greater one.
    if ((rules.size === 0) === (effectiveSet.size === 0)) continue;
    return [
      `${key} in ${file(each.servers)}`,
      `for ${hosts.join(' and ')}, app ${minimumVersion} on ${date}`,
      `rules:     lost to ${[...rules].join(' and ') || 'nobody'} (${own.map(({ rule, message }) => `${rule}: ${message}`).join(' | ') || 'nothing'})`,
      `effective: lost to ${[...effectiveSet].join(' and ') || 'nobody'} (${set.surfaces.cowork?.servers.find(({ name }) => name === key)?.why ?? 'active'})`,
    ].join('\n');
  }
  return undefined;
}
