import type { Certainty } from '../base/text.ts';
import { argumentRules, isNoneLeft, readBuiltinRule } from '../policy/builtinRuleForm.ts';
import { claudeCodeOnlyNames } from '../policy/builtinTools.ts';
import { readDisabledTools } from '../policy/disabledTools.ts';
import { failClosedSince } from '../policy/keyFlags.ts';
import { type PropertyNode, stringOf } from '../syntax/node.ts';
import type { Context } from './context.ts';
import type { Origin, ToolRule } from './model.ts';
import * as noteTexts from './noteTexts.ts';
import { originOf } from './origin.ts';
import type { Settings, Structure } from './settings.ts';
import { stepTexts } from './stepTexts.ts';

/** A line that decides about a built-in tool. */
export interface BuiltinLine {
  readonly text: string;
  readonly state: 'allow' | 'ask' | 'removed';
  readonly rule: ToolRule;
  readonly why: string;
  readonly certainty: Certainty;
  readonly origin: Origin;
}

/** A rule for some calls of a built-in tool. */
export interface CallRule {
  readonly text: string;
  readonly origin: Origin;
}

/** What the policy says about built-in tools, for all surfaces. */
export interface BuiltinPolicy {
  /** Returns the line that removes a tool. */
  removes(name: string): BuiltinLine | undefined;
  /** Returns the line that decides whether a tool asks. */
  approves(name: string): BuiltinLine | undefined;
  /** Rules for some calls of a tool, by tool. */
  readonly calls: ReadonlyMap<string, readonly CallRule[]>;
}

const elsewhere: ReadonlySet<string> = new Set(claudeCodeOnlyNames);

export function readBuiltinPolicy(context: Context, settings: Settings): BuiltinPolicy {
  const removes = readDisabled(context, settings.structure('disabledBuiltinTools'));
  const { approves, calls } = readApproval(context, settings.structure('builtinToolPolicy'));
  return { removes, approves, calls };
}

type Lookup = (name: string) => BuiltinLine | undefined;
const nothing: Lookup = () => undefined;

function readDisabled(context: Context, structure: Structure): Lookup {
  if (structure.is === 'unset') return nothing;
  const line = (text: string, why: string, certainty: Certainty, origin: Origin): BuiltinLine => {
    return { text, state: 'removed', rule: { kind: 'disabledBuiltinTools' }, why, certainty, origin };
  };
  const { origin, uri } = structure;
  const all = line('disabledBuiltinTools', stepTexts.disabledUnreadable, 'reading', origin);
  const { tools, isUnreadable } = readDisabledTools(structure.is === 'value' ? structure.node : undefined);
  const lines = new Map<string, BuiltinLine>();
  for (const { name, node, is } of tools) {
    const place = originOf(uri, node);
    if (!lines.has(name))
      lines.set(name, line(`disabledBuiltinTools: ${name}`, stepTexts.disabled, 'documented', place));
    if (is === 'unknown') context.note(noteTexts.unknownBuiltin(name), 'validator', place);
  }
  if (isUnreadable)
    return failsClosed(context, 'disabledBuiltinTools', 'every tool listed', origin) ? () => all : nothing;
  const agent = lines.get('Agent');
  if (agent && !lines.has('Task')) {
    context.note(noteTexts.taskAlias, 'reading', agent.origin);
    lines.set('Task', { ...agent, why: stepTexts.disabledAlias, certainty: 'reading' });
  }
  return (name) => lines.get(name);
}

/** From 1.40609.0 on, an unreadable value activates its restriction. Source: release notes. */
function failsClosed(context: Context, key: string, counts: string, origin: Origin): boolean {
  if (!context.since(failClosedSince, noteTexts.restricts(key), origin)) return false;
  context.note(noteTexts.unreadableValue(key, counts), 'reading', origin);
  return true;
}

function readApproval(context: Context, structure: Structure): Pick<BuiltinPolicy, 'approves' | 'calls'> {
  const calls = new Map<string, CallRule[]>();
  if (structure.is === 'unset') return { approves: nothing, calls };
  const { origin, uri } = structure;
  const properties =
    structure.is === 'value' && structure.node.type === 'object' ? structure.node.properties : undefined;
  const lines = new Map<string, BuiltinLine>();
  for (const property of properties ?? []) {
    const rule = readBuiltinRule(property.key);
    const place = originOf(uri, property);
    if (rule.is === 'unknown') {
      if (!elsewhere.has(rule.name)) context.note(noteTexts.unknownBuiltin(property.key), 'validator', place);
      continue;
    }
    if (rule.is === 'malformed') {
      context.note(noteTexts.malformedRule(property.key), 'validator', place);
      continue;
    }
    const { tool } = rule;
    const hasArgument = rule.is === 'calls' || rule.hasArgument;
    if (hasArgument && !context.since(argumentRules, noteTexts.argumentRuleOld(tool), place)) continue;
    if (rule.is === 'calls') {
      calls.set(tool, [...(calls.get(tool) ?? []), callRule(property, place)]);
      continue;
    }
    const line = approvalOf(context, tool, property, place);
    if (line) lines.set(tool, line);
  }
  const isUnreadable = !properties || (properties.length > 0 && isNoneLeft(properties));
  if (!isUnreadable) return { approves: (name) => lines.get(name), calls };
  if (!failsClosed(context, 'builtinToolPolicy', 'ask for every tool', origin)) return { approves: nothing, calls };
  const why = stepTexts.policyUnreadable;
  const text = 'builtinToolPolicy';
  const all: BuiltinLine = { text, state: 'ask', rule: { kind: text }, why, certainty: 'reading', origin };
  return { approves: () => all, calls };
}

/** Returns `allow` or `ask`; any other value counts as ask from 1.40609.0 on, and as unset before. */
function approvalOf(context: Context, name: string, property: PropertyNode, origin: Origin): BuiltinLine | undefined {
  const value = stringOf(property.valueNode);
  const text = `${property.key}: ${value ?? '…'}`;
  const isOldAsk = value === 'ask-session' && !context.isCutOff(noteTexts.askSession, origin);
  if (value === 'allow' || value === 'ask' || isOldAsk) {
    const state = value === 'allow' ? 'allow' : 'ask';
    return {
      text,
      state,
      rule: { kind: 'builtinToolPolicy' },
      why: stepTexts.builtinPolicy,
      certainty: 'documented',
      origin,
    };
  }
  if (!context.since(failClosedSince, noteTexts.asksForUnknown, origin)) return undefined;
  if (value !== 'ask-session') context.note(noteTexts.blockBuiltin(name), 'documented', origin);
  const rule = { kind: 'unrecognised-value' } as const;
  return { text, state: 'ask', rule, why: stepTexts.unrecognised, certainty: 'documented', origin };
}

const callRule = (property: PropertyNode, origin: Origin): CallRule => ({
  text: `${property.key}: ${stringOf(property.valueNode) ?? '…'}`,
  origin,
});
