import type { TextRange } from '../base/text.ts';
import {
  child,
  itemsOf,
  type Node,
  type ObjectNode,
  type PropertyNode,
  propertiesOf,
  property,
  stringOf,
} from '../syntax/node.ts';
import { componentPaths, pathProblem } from './componentPaths.ts';
import { languageServerFlaws } from './languageServerFlaws.ts';
import type { ChoicesProblem, ManifestFlaw } from './manifestFlaw.ts';
import { monitorFlaws } from './monitorFlaws.ts';
import { optionMaps } from './options.ts';
import { nameProblem } from './pluginName.ts';
import { serverFlaws } from './serverFlaws.ts';
import { isVersionRange } from './versionRange.ts';

/** What the schema of manifests reports, without warnings. */
export interface FormProblem {
  readonly range: TextRange;
  readonly message: string;
}

/**
 * Returns why Claude Code does not load a plugin with this manifest, from its text alone. This is the only place that decides
 * it: rules turn flaws into messages and fixes, the effective tool set into a note. Sources: the validator of Claude Code;
 * https://code.claude.com/docs/en/plugins-reference
 */
export function manifestFlaws(root: Node | undefined, forms: readonly FormProblem[] = []): readonly ManifestFlaw[] {
  if (!root) return [];
  return [
    ...forms.map(({ range, message }): ManifestFlaw => ({ code: 'form', node: { ...root, range }, message })),
    ...nameFlaws(root),
    ...aboutFlaws(root),
    ...pathFlaws(root),
    ...optionFlaws(root),
    ...keyFlaws(root),
    ...dependencyFlaws(root),
    ...commandFlaws(root),
    ...wrappedFlaws(root),
    ...inlineFlaws(root),
  ];
}

/** Returns the flaw that best explains why a manifest is rejected: flaws that the app rejects too come first. */
export const whyRefused = (flaws: readonly ManifestFlaw[]): ManifestFlaw | undefined =>
  flaws.find(({ isFineInApp }) => !isFineInApp) ?? flaws[0];

/** Whether the manifest names Anthropic as the author: some names are reserved for it. */
export const isByMakers = (root: Node | undefined): boolean =>
  /^anthropic\b/i.test(stringOf(child(child(root, 'author'), 'name')) ?? '');

/** In an org-plugins folder, the folder's name counts instead. */
export function* nameFlaws(root: Node | undefined): Generator<ManifestFlaw<'name'>> {
  const node = child(root, 'name');
  const name = stringOf(node);
  if (!node || !name) return;
  const problem = nameProblem(name);
  if (problem && !(problem === 'reserved' && isByMakers(root)))
    yield { code: 'name', node, name, problem, isFineInApp: true };
}

/** Strings that must have a certain form. */
export function* aboutFlaws(root: Node | undefined): Generator<ManifestFlaw<'homepage' | 'version-range'>> {
  const homepage = child(root, 'homepage');
  const address = stringOf(homepage)?.trim();
  if (homepage && address !== undefined && !/^[a-z][a-z\d+.-]*:[^\s]/i.test(address))
    yield { code: 'homepage', node: homepage };
  const range = child(child(root, 'engines'), 'claude-code');
  const text = stringOf(range);
  if (range && text !== undefined && !isVersionRange(text)) yield { code: 'version-range', node: range, text };
}

/** Paths whose text is wrong. */
export function* pathFlaws(root: Node | undefined): Generator<ManifestFlaw<'path'>> {
  for (const { key, node, value } of componentPaths(root)) {
    const problem = pathProblem(key, value);
    if (problem) yield { code: 'path', node, key, string: node, value, problem };
  }
}

/** Names of options that are not identifiers, and invalid choices. */
export function* optionFlaws(root: Node | undefined): Generator<ManifestFlaw<'option-name' | 'option-choices'>> {
  for (const option of optionMaps(root).flatMap(propertiesOf)) {
    if (!/^[A-Za-z_]\w*$/.test(option.key)) yield { code: 'option-name', node: option.keyNode, option };
    const choices = property(option.valueNode, 'options');
    if (choices?.valueNode?.type !== 'array') continue;
    const found = choicesProblem(option.valueNode, itemsOf(choices.valueNode));
    if (found) yield { code: 'option-choices', node: found.at ?? choices.keyNode, problem: found.problem };
  }
}

const isTrue = (node: Node | undefined): boolean => node?.type === 'boolean' && node.value === true;

function choicesProblem(
  option: Node | undefined,
  choices: readonly Node[],
): { readonly problem: ChoicesProblem; readonly at?: Node } | undefined {
  if (choices.length === 0) return undefined;
  const type = stringOf(child(option, 'type'));
  if (type !== undefined && type !== 'string') return { problem: 'not-text' };
  for (const key of ['multiple', 'sensitive'] as const) if (isTrue(child(option, key))) return { problem: key };
  const wrong = wrongChoice(choices);
  if (wrong) return wrong;
  const standard = child(option, 'default');
  if (!standard) return isTrue(child(option, 'required')) ? undefined : { problem: 'no-default' };
  const isAmong = choices.some((choice) => stringOf(choice) === stringOf(standard));
  return standard.type === 'string' && !isAmong ? { problem: 'default-elsewhere', at: standard } : undefined;
}

/** Returns the first choice that is invalid by itself, or repeats one before it. */
function wrongChoice(choices: readonly Node[]): { readonly problem: ChoicesProblem; readonly at: Node } | undefined {
  const seen = new Set<string>();
  for (const at of choices) {
    const text = stringOf(at);
    if (text === undefined) continue;
    const problem = choiceProblem(text) ?? (seen.has(text.toLowerCase()) ? 'repeated' : undefined);
    if (problem) return { problem, at };
    seen.add(text.toLowerCase());
  }
  return undefined;
}

function choiceProblem(text: string): ChoicesProblem | undefined {
  if (text.trim() === '') return 'empty';
  if (/\p{Cc}/u.test(text)) return 'control-character';
  if (text !== text.trim()) return 'outer-space';
  return text.length > 64 ? 'too-long' : undefined;
}

/** The keys of an option and of a channel; others are rejected. */
const optionKeys: readonly string[] = [
  'type',
  'title',
  'description',
  'min',
  'max',
  'sensitive',
  'required',
  'default',
  'multiple',
  'options',
];
const channelKeys: readonly string[] = ['server', 'displayName', 'userConfig'];

const unknownKeys = (object: Node | undefined, known: readonly string[]): PropertyNode[] =>
  propertiesOf(object).filter(({ key }) => !known.includes(key));

/** Unknown keys of options and channels, which are rejected; elsewhere an unknown key is ignored. */
export function* keyFlaws(root: Node | undefined): Generator<ManifestFlaw<'option-key' | 'channel-key'>> {
  for (const { valueNode } of optionMaps(root).flatMap(propertiesOf))
    for (const found of unknownKeys(valueNode, optionKeys)) yield { code: 'option-key', node: found, found };
  for (const channel of itemsOf(child(root, 'channels')))
    for (const found of unknownKeys(channel, channelKeys)) yield { code: 'channel-key', node: found, found };
}

/** Dependencies whose name is invalid: it is `name` or `name@marketplace`, and in an entry that is an object only `name`. */
export function* dependencyFlaws(root: Node | undefined): Generator<ManifestFlaw<'dependency'>> {
  for (const item of itemsOf(child(root, 'dependencies'))) {
    const node = item.type === 'object' ? child(item, 'name') : item;
    const text = stringOf(node);
    if (!node || text === undefined) continue;
    const parts = text.split('@');
    const most = item.type === 'object' ? 1 : 2;
    const isWrong = /\s|^-|[<>=/\\]/.test(text) || parts.includes('') || parts.length > most;
    if (isWrong) yield { code: 'dependency', node, item };
  }
}

/** A named command has exactly one of `source` and `content`. */
export function* commandFlaws(
  root: Node | undefined,
): Generator<ManifestFlaw<'command-twice' | 'command-without-text'>> {
  for (const { key: command, keyNode, valueNode } of propertiesOf(child(root, 'commands'))) {
    if (valueNode?.type !== 'object') continue;
    const source = property(valueNode, 'source');
    const content = property(valueNode, 'content');
    if (source && content) yield { code: 'command-twice', node: content, command };
    if (source) continue;
    if (!content) yield { code: 'command-without-text', node: keyNode, command };
    else if (content.valueNode && stringOf(content.valueNode) === '')
      yield { code: 'command-without-text', node: content.valueNode, command };
  }
}

/** Returns the objects that a manifest contains under `key`: a single one, or those in a list of paths. */
function inlineMaps(root: Node, key: string): ObjectNode[] {
  const value = child(root, key);
  return [value, ...itemsOf(value)].filter((node) => node?.type === 'object');
}

/** Inline servers are the map itself: if the key is repeated, as in separate files, it is read as a server. */
export function* wrappedFlaws(root: Node | undefined): Generator<ManifestFlaw<'wrapped'>> {
  for (const key of ['mcpServers', 'lspServers']) {
    const node = property(child(root, key), key);
    if (node?.valueNode?.type === 'object') yield { code: 'wrapped', node, key };
  }
}

/** Flaws of inline entries that lead to more than the loss of the entry. Undeclared options are not known to. */
function* inlineFlaws(root: Node): Generator<ManifestFlaw> {
  for (const { key: name, valueNode } of inlineMaps(root, 'mcpServers').flatMap(propertiesOf)) {
    for (const flaw of serverFlaws(valueNode, { options: undefined }))
      if (flaw.dropped['claude-code'])
        yield { code: 'server', node: flaw.node, name, flaw, isFineInApp: flaw.dropped['desktop-3p'] === undefined };
  }
  for (const { key: name, valueNode } of inlineMaps(root, 'lspServers').flatMap(propertiesOf))
    for (const flaw of languageServerFlaws(valueNode)) yield { code: 'language-server', node: flaw.node, name, flaw };
  for (const list of [child(child(root, 'experimental'), 'monitors'), child(root, 'monitors')]) {
    for (const flaw of monitorFlaws(list)) yield { code: 'monitor', node: flaw.node, flaw };
  }
}
