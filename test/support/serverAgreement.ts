import type { Host } from '../../server/core/base/hosts.ts';
import { contains, type Diagnostic, type TextRange } from '../../server/core/base/text.ts';
import { effective } from '../../server/core/effective/effective.ts';
import { effectiveInput } from '../../server/core/effective/fromWorkspace.ts';
import type { EffectiveResult } from '../../server/core/effective/model.ts';
import { kinds } from '../../server/core/kinds/index.ts';
import { Linter } from '../../server/core/lint/linter.ts';
import type { DocumentKind } from '../../server/core/model.ts';
import { child, propertiesOf } from '../../server/core/syntax/node.ts';
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

/** Words of the rules for a server that is lost: to everybody, to the app alone, to Claude Code alone. */
const lostToAll = /\bis skipped\b|cannot be called|\bis dropped\b/;
const lostToApp = /may be missing there|is reported to drop plugin programs/;
const lostToClaudeCode = /Claude Code drops|`oauth` must be an object, so/;

/** What the rules say of one server, whose entry is at `entry`. */
function lossesByRules(
  found: readonly Diagnostic[],
  entry: TextRange | undefined,
  hosts: readonly Host[],
): ReadonlySet<Loss> {
  const losses = new Set<Loss>();
  for (const { rule, message, severity, range } of found) {
    const decides = rule === 'mcp/schema' && severity === 'error';
    const isOfReach = /^`(type|command|url)`|`(command|url)` is missing/.test(message) || range.start === entry?.start;
    if (lostToAll.test(message) && !lostToClaudeCode.test(message)) losses.add('app').add('claude-code');
    if (lostToApp.test(message)) losses.add('app');
    if (lostToClaudeCode.test(message) || decides) losses.add('claude-code');
    if (decides && isOfReach) losses.add('app');
  }
  for (const [loss, host] of [
    ['app', 'desktop-3p'],
    ['claude-code', 'claude-code'],
  ] as const)
    if (!hosts.includes(host)) losses.delete(loss);
  return losses;
}

/** What the effective set says of one server. */
function lossesBySet({ surfaces, notes }: EffectiveResult, name: string, hosts: readonly Host[]): ReadonlySet<Loss> {
  const server = surfaces.cowork?.servers.find((each) => each.name === name);
  const losses = new Set<Loss>();
  if (!server) losses.add('app').add('claude-code');
  if (server?.reason === 'unsupported-entry') losses.add('app');
  if (server?.reason === 'user_config-unsupported') losses.add('app');
  const noted = notes.some(({ message }) => message.startsWith(`Claude Code on its own drops server ${name}:`));
  if (noted) losses.add('claude-code');
  for (const [loss, host] of [
    ['app', 'desktop-3p'],
    ['claude-code', 'claude-code'],
  ] as const)
    if (!hosts.includes(host)) losses.delete(loss);
  return losses;
}

/** The first server on which the two sides differ, in a few lines; undefined: none. */
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
  for (const { key, range, valueNode } of propertiesOf(each.isWrapped ? child(root, 'mcpServers') : root)) {
    const own = found.filter((diagnostic) => contains(range, diagnostic.range));
    const [rules, effectiveSet] = [lossesByRules(own, valueNode?.range, hosts), lossesBySet(set, key, hosts)];
    // Of two losses a rule or a note may tell the greater one alone.
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
