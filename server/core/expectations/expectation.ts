import type { TextRange } from '../base/text.ts';
import type { Surface, ToolState } from '../effective/model.ts';
import { settingFacts } from '../policy/settingFacts.ts';
import {
  child,
  itemsOf,
  type Node,
  type ObjectNode,
  type PropertyNode,
  property,
  stringOf,
  toValue,
} from '../syntax/node.ts';
import { surfaces as allSurfaces } from '../vocabulary/names.ts';
import { toolStates } from '../vocabulary/states.ts';

/** What an expectation is about. The key names it: `"tool": "delete_*"`. */
export const subjects = ['tool', 'builtinTool', 'server', 'plugin', 'tab', 'setting'] as const;
export type Subject = (typeof subjects)[number];

/** What must hold. */
export type Claim =
  | { readonly is: 'one-of'; readonly values: readonly unknown[] }
  | { readonly is: 'at-most'; readonly value: unknown }
  /** The hosts of remote servers; programs on the device are allowed only with `local`. */
  | { readonly is: 'hosts'; readonly hosts: readonly string[]; readonly local: boolean };

/** One entry of `expect`. */
export interface Expectation {
  readonly subject: Subject;
  /** A name; in names of tools, servers and plugins `*` matches any characters. */
  readonly name: string;
  readonly claim: Claim;
  /** Limits tools to these servers: a name in which `*` matches any characters. */
  readonly server: string | undefined;
  /** Limits tools and servers to those of a plugin. */
  readonly plugin: string | undefined;
  /** The surfaces on which it must hold; undefined: all that are on. */
  readonly surfaces: readonly Surface[] | undefined;
  /** Fleets for which it must hold; undefined: all. */
  readonly fleets: readonly string[] | undefined;
  readonly why: string | undefined;
  /** The range of the subject's name, in UTF-16 offsets of the file. */
  readonly range: TextRange;
}

/** Why an entry is not an expectation: a place, and a sentence. */
export interface Flaw {
  readonly range: TextRange;
  readonly message: string;
}

/** The values of `is` for each subject but settings, whose values are those of the key. */
export const allowedStates: Readonly<Record<Exclude<Subject, 'setting'>, readonly string[]>> = {
  tool: toolStates,
  builtinTool: toolStates,
  server: ['active', 'inactive', 'missing'],
  plugin: ['active', 'inactive', 'missing'],
  tab: ['on', 'off'],
};

/** The values of `atMost` for tools, from strict to loose. */
export const toolLimits: readonly ToolState[] = ['blocked', 'ask', 'user', 'allow'];

/** Returns the entries of a file: expectations, and what is wrong with the others. */
export const readExpectations = (root: Node | undefined): (Expectation | Flaw)[] =>
  itemsOf(child(root, 'expect')).map(readExpectation);

export const isFlaw = (read: Expectation | Flaw): read is Flaw => 'message' in read;

/** Reads one entry of `expect`. Exactly one subject and one claim that fits it make an expectation. */
function readExpectation(node: Node): Expectation | Flaw {
  if (node.type !== 'object') return { range: node.range, message: 'An expectation must be an object.' };
  const subject = subjectOf(node);
  if (!subject) return { range: brace(node), message: `Name what the expectation is about: ${quoted(subjects)}.` };
  const value = subject.property.valueNode;
  const name = stringOf(value);
  if (!value || !name)
    return { range: value?.range ?? subject.property.range, message: `\`${subject.is}\` must be a name.` };
  if (subject.is === 'tab' && !isSurface(name))
    return { range: value.range, message: `A tab must be one of ${quoted(allSurfaces)}.` };
  const claim = claimOf(node, subject.is, name);
  if ('message' in claim) return claim;
  const flaw = scopeFlaw(node);
  if (flaw) return flaw;
  return {
    subject: subject.is,
    name,
    claim,
    server: subject.is === 'tool' ? stringOf(child(node, 'server')) : undefined,
    plugin: subject.is === 'tool' || subject.is === 'server' ? stringOf(child(node, 'plugin')) : undefined,
    surfaces: listAt(node, 'surfaces')?.filter(isSurface),
    fleets: listAt(node, 'fleets'),
    why: stringOf(child(node, 'why')),
    range: 'inner' in value ? value.inner : value.range,
  };
}

/** A scope that cannot be read must not make an expectation hold nowhere, or everywhere. */
function scopeFlaw(node: ObjectNode): Flaw | undefined {
  const [surfaces, fleets] = [child(node, 'surfaces'), child(node, 'fleets')];
  const on = listAt(node, 'surfaces');
  if (surfaces && !(on && on.length > 0 && on.every(isSurface)))
    return { range: surfaces.range, message: `\`surfaces\` must be a list of ${quoted(allSurfaces)}.` };
  if (fleets && !listAt(node, 'fleets')?.length)
    return { range: fleets.range, message: '`fleets` must be a list of names of fleets.' };
  return undefined;
}

const isSurface = (name: string): name is Surface => allSurfaces.some((each) => each === name);
const quoted = (words: readonly unknown[]): string => words.map((word) => `\`${String(word)}\``).join(', ');
const brace = ({ range: { start } }: ObjectNode): TextRange => ({ start, end: start + 1 });

/** `server` and `plugin` narrow down a tool, and `plugin` a server, so the first subject in the list is the one that is meant. */
function subjectOf(node: ObjectNode): { readonly is: Subject; readonly property: PropertyNode } | undefined {
  for (const is of subjects) {
    const found = property(node, is);
    if (found) return { is, property: found };
  }
  return undefined;
}

const claims = ['is', 'atMost', 'hosts'] as const;

function claimOf(node: ObjectNode, subject: Subject, name: string): Claim | Flaw {
  const given = claims.flatMap((key) => property(node, key) ?? []);
  const [found, second] = given;
  if (!found?.valueNode) return { range: brace(node), message: `Say what must hold with one of ${quoted(claims)}.` };
  if (second)
    return { range: second.keyNode.range, message: 'An expectation has one claim. Write a second expectation.' };
  const { range } = found.valueNode;
  if (found.key === 'hosts') {
    if (subject !== 'server') return { range: found.keyNode.range, message: '`hosts` is for servers.' };
    const hosts = listAt(node, 'hosts');
    if (!hosts) return { range, message: '`hosts` must be a list of hosts, such as `["*.example.com"]`.' };
    return {
      is: 'hosts',
      hosts,
      local: toValue(child(node, 'local')) === true,
    };
  }
  const value = toValue(found.valueNode);
  return found.key === 'atMost' ? limitOf(found, subject, name, value) : oneOf(found, subject, value);
}

function limitOf({ keyNode, valueNode }: PropertyNode, subject: Subject, name: string, value: unknown): Claim | Flaw {
  const range = valueNode?.range ?? keyNode.range;
  if (subject === 'tool' || subject === 'builtinTool')
    return toolLimits.some((limit) => limit === value)
      ? { is: 'at-most', value }
      : { range, message: `\`atMost\` must be one of ${quoted(toolLimits)}, from strict to loose.` };
  if (subject !== 'setting') return { range: keyNode.range, message: '`atMost` is for tools and settings. Use `is`.' };
  const { isKnown, key } = settingFacts(name);
  if (!isKnown || !(key.order || key.parts))
    return {
      range: keyNode.range,
      message: `The values of \`${name}\` have no order from strict to loose. Use \`is\`.`,
    };
  return { is: 'at-most', value: value ?? undefined };
}

function oneOf({ keyNode, valueNode }: PropertyNode, subject: Subject, value: unknown): Claim | Flaw {
  if (subject === 'setting') return { is: 'one-of', values: [value] };
  const values = Array.isArray(value) ? value : [value];
  const allowed = allowedStates[subject];
  if (values.length > 0 && values.every((each) => allowed.some((state) => state === each)))
    return { is: 'one-of', values };
  return {
    range: valueNode?.range ?? keyNode.range,
    message: `\`is\` must be one of ${quoted(allowed)}, or a list of them.`,
  };
}

/** Returns the strings of a list; undefined for anything but a list of strings. */
function listAt(node: ObjectNode, key: string): readonly string[] | undefined {
  const list = child(node, key);
  if (list?.type !== 'array') return undefined;
  const texts = list.items.map(stringOf).filter((text) => text !== undefined);
  return texts.length === list.items.length ? texts : undefined;
}
