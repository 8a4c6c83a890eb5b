import type { Certainty } from '../../base/text.ts';
import { matchesWildcard } from '../../policy/wildcard.ts';
import { itemsOf, stringOf } from '../../syntax/node.ts';
import type { Candidate } from '../candidates.ts';
import type { ToolDecision } from '../decide.ts';
import type { Origin, Step, ToolState } from '../model.ts';
import { originOf } from '../origin.ts';
import { stepTexts } from '../stepTexts.ts';
import type { CodeSettings } from './managedSettings.ts';

const kinds = ['deny', 'ask', 'allow'] as const;
type Kind = (typeof kinds)[number];

/** A rule of `permissions` in Claude Code's managed settings. */
interface Rule {
  readonly kind: Kind;
  readonly text: string;
  /** The tool, or a pattern of tools. */
  readonly tool: string;
  /** It holds for some calls only. */
  readonly isPartial: boolean;
  readonly origin: Origin;
}

/** How Claude Code's own rules change what a tool may do in Code. */
export interface CodePermissions {
  /** Returns the tools and wildcards that rules name for a server. */
  namedFor(server: Candidate): readonly string[];
  /** Decides about a built-in tool. */
  ofBuiltin(name: string, decision: ToolDecision): ToolDecision;
  /** Decides about a tool of a server; without a name: about all tools that have no row. */
  ofServer(server: Candidate, tool: string | undefined, decision: ToolDecision): ToolDecision;
}

/**
 * Reads the rules of `permissions`: those that deny come first, then those that ask, then those that allow. A rule of the policy
 * that is stricter stays. Source: https://code.claude.com/docs/en/permissions
 */
export function readPermissions(settings: CodeSettings | undefined): CodePermissions {
  const rules = settings ? kinds.flatMap((kind) => readRules(settings, kind)) : [];
  return {
    namedFor(server) {
      const start = `${prefixOf(server)}__`;
      const named = rules.filter(({ tool, isPartial }) => !isPartial && tool.startsWith(start) && tool !== `${start}*`);
      return [...new Set(named.map(({ tool }) => tool.slice(start.length)))];
    },
    ofBuiltin(name, decision) {
      if (decision.state === 'absent' || decision.state === 'removed') return decision;
      const names = spellings[name] ?? [name];
      const found = rules.filter(({ tool, kind }) => names.some((each) => isMatch(tool, each, kind)));
      return apply(found, decision, 'removed', (rule) => builtinCertainty(name, rule));
    },
    ofServer(server, tool, decision) {
      const prefix = prefixOf(server);
      if (prefix === undefined) return decision;
      const found = rules.filter(({ isPartial, ...rule }) => !isPartial && matchesTool(rule, prefix, tool));
      return apply(found, decision, 'blocked', ({ tool: pattern }) => serverCertainty(server, pattern, prefix));
    },
  };
}

/** Rules for Edit apply to all tools that edit files. Agent and Task are two names of one tool. */
const spellings: Readonly<Record<string, readonly string[]>> = {
  Write: ['Write', 'Edit'],
  NotebookEdit: ['NotebookEdit', 'Edit'],
  Task: ['Task', 'Agent'],
};

function readRules(settings: CodeSettings, kind: Kind): Rule[] {
  return itemsOf(settings.at('permissions', kind)).flatMap((node): Rule[] => {
    const text = stringOf(node)?.trim();
    if (!text) return [];
    const open = text.indexOf('(');
    const tool = open < 0 ? text : text.slice(0, open);
    const argument = open < 0 ? '*' : text.slice(open + 1, -1).trim();
    const isPartial = argument !== '*' && argument !== '';
    // A rule for an MCP tool takes no argument: Claude Code skips it.
    if (open >= 0 && tool.startsWith('mcp__')) return [];
    return [{ kind, text, tool, isPartial, origin: originOf(settings.uri, node) }];
  });
}

/** A rule that allows needs the name of a server in front of its first `*`. */
const isMatch = (pattern: string, name: string, kind: Kind): boolean =>
  pattern === name || (kind !== 'allow' && pattern.includes('*') && matchesWildcard(pattern, name));

type Named = Pick<Rule, 'tool' | 'kind'>;

function matchesTool({ tool: pattern, kind }: Named, prefix: string, tool: string | undefined): boolean {
  if (pattern === prefix || pattern === `${prefix}__*`) return true;
  const isAnchored = pattern.startsWith(`${prefix}__`);
  if (kind === 'allow' && pattern.includes('*') && !isAnchored) return false;
  if (tool !== undefined) return matchesWildcard(pattern, `${prefix}__${tool}`);
  // Tools without a row may have any name.
  return pattern.endsWith('*') && matchesWildcard(pattern, `${prefix}__`);
}

/** `mcp__<server>`, with characters that a name of a tool may not have replaced. The plugin of a rule without a plugin is unknown. */
function prefixOf({ name, layer, plugin }: Candidate): string | undefined {
  if (layer === 'plugin' && plugin === null) return undefined;
  const full = layer === 'plugin' ? `plugin_${plugin}_${name}` : name;
  return `mcp__${full.replaceAll(/[^\w-]/g, '_')}`;
}

const builtinCertainty = (name: string, { tool }: Rule): Certainty => (tool === name ? 'documented' : 'reading');

/** The name under which Code knows a server that the app connects is our reading. */
const serverCertainty = ({ fromManagedMcp, layer }: Candidate, pattern: string, prefix: string): Certainty =>
  (fromManagedMcp || layer === 'plugin') && pattern.startsWith(prefix) ? 'documented' : 'reading';

const strictness: Readonly<Record<ToolState, number>> = {
  allow: 0,
  'cc-prompt': 1,
  user: 1,
  ask: 2,
  blocked: 3,
  removed: 3,
  absent: 3,
};
const whys = {
  deny: stepTexts.codeDenies,
  ask: stepTexts.codeAsks,
  allow: stepTexts.codeAllows,
} as const;

function apply(
  rules: readonly Rule[],
  decision: ToolDecision,
  denied: 'removed' | 'blocked',
  certaintyOf: (rule: Rule) => Certainty,
): ToolDecision {
  if (rules.length === 0) return decision;
  const states = { deny: denied, ask: 'ask', allow: 'allow' } as const;
  const winner = rules.find(({ isPartial }) => !isPartial);
  const others = rules.filter((rule) => rule !== winner);
  const stepFor = (rule: Rule): Step => ({
    text: `permissions.${rule.kind}: ${rule.text}`,
    outcome: rule.isPartial ? 'some-calls' : 'overruled',
    why: rule.isPartial ? stepTexts.codeSomeCalls[rule.kind] : stepTexts.codeStricter,
    certainty: certaintyOf(rule),
    origin: rule.origin,
  });
  // A rule that allows replaces the prompt of Claude Code, not one that the policy asks for.
  const isLifted = winner?.kind === 'allow' && decision.state === 'cc-prompt';
  const isStricter = winner !== undefined && strictness[states[winner.kind]] > strictness[decision.state];
  if (!winner || !(isLifted || isStricter)) return { ...decision, steps: [...decision.steps, ...rules.map(stepFor)] };
  const why = whys[winner.kind];
  const certainty = certaintyOf(winner);
  const decides: Step = {
    text: `permissions.${winner.kind}: ${winner.text}`,
    outcome: 'decides',
    why,
    certainty,
    origin: winner.origin,
  };
  const overruled = decision.steps.map(
    (step): Step => (step.outcome === 'decides' ? { ...step, outcome: 'overruled', why } : step),
  );
  return {
    state: states[winner.kind],
    rule: { kind: 'permissions' },
    certainty,
    origin: winner.origin,
    steps: [decides, ...overruled, ...others.map(stepFor)],
  };
}
