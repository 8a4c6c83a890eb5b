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
import { commandWithArguments, dotless, emptyExtensions, languageServerKeys } from './languageServerFlaws.ts';
import type { ChoicesProblem, ManifestFlaw } from './manifestFlaw.ts';
import { monitorKeys, sameNames } from './monitors.ts';
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
export function* nameFlaws(root: Node | undefined): Generator<ManifestFlaw<'name-blank' | 'name-reserved'>> {
  const node = child(root, 'name');
  const name = stringOf(node);
  if (!node || !name) return;
  const problem = nameProblem(name);
  if (problem === 'blank') yield { code: 'name-blank', node, isFineInApp: true };
  if (problem === 'reserved' && !isByMakers(root)) yield { code: 'name-reserved', node, name, isFineInApp: true };
}

/** Strings that must have a certain form. */
export function* aboutFlaws(root: Node | undefined): Generator<ManifestFlaw<'homepage' | 'version-range'>> {
  const homepage = child(root, 'homepage');
  const address = stringOf(homepage)?.trim();
  // An empty string is half-typed.
  if (homepage && address && !/^[a-z][a-z\d+.-]*:[^\s]/i.test(address)) yield { code: 'homepage', node: homepage };
  const range = child(child(root, 'engines'), 'claude-code');
  const text = stringOf(range);
  if (range && text !== undefined && !isVersionRange(text)) yield { code: 'version-range', node: range, text };
}

/** Paths whose text is wrong. */
export function* pathFlaws(root: Node | undefined): Generator<ManifestFlaw<'path'>> {
  for (const { key, node, value } of componentPaths(root)) {
    const problem = pathProblem(value);
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
  const standard = child(option, 'default');
  if (!standard) return isTrue(child(option, 'required')) ? undefined : { problem: 'no-default' };
  const isAmong = choices.some((choice) => stringOf(choice) === stringOf(standard));
  return standard.type === 'string' && !isAmong ? { problem: 'default-elsewhere', at: standard } : undefined;
}

/** The keys of an option and of a channel; others are rejected. */
export const optionKeys: readonly string[] = [
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
export const channelKeys: readonly string[] = ['server', 'displayName', 'userConfig'];

const unknownKeys = (object: Node | undefined, known: readonly string[]): PropertyNode[] =>
  propertiesOf(object).filter(({ key }) => !known.includes(key));

function* keyFlaws(root: Node): Generator<ManifestFlaw> {
  for (const { valueNode } of optionMaps(root).flatMap(propertiesOf))
    for (const found of unknownKeys(valueNode, optionKeys)) yield { code: 'option-key', node: found, key: found.key };
  for (const channel of itemsOf(child(root, 'channels')))
    for (const found of unknownKeys(channel, channelKeys)) yield { code: 'channel-key', node: found, key: found.key };
}

/** Dependencies whose name is invalid: it is `name` or `name@marketplace`, and in an entry that is an object only `name`. */
export function* dependencyFlaws(root: Node | undefined): Generator<ManifestFlaw<'dependency'>> {
  for (const item of itemsOf(child(root, 'dependencies'))) {
    const node = item.type === 'object' ? child(item, 'name') : item;
    const text = stringOf(node);
    if (!node || text === undefined) continue;
    const most = item.type === 'object' ? 1 : 2;
    if (/\s|^-|[<>=]/.test(text) || text.split('@').length > most) yield { code: 'dependency', node, item };
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
    if (!source && !content) yield { code: 'command-without-text', node: keyNode, command };
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
    if (valueNode) yield* languageServerFlaws(name, valueNode);
  for (const list of [child(child(root, 'experimental'), 'monitors'), child(root, 'monitors')]) {
    for (const found of itemsOf(list).flatMap((monitor) => unknownKeys(monitor, monitorKeys)))
      yield { code: 'monitor', node: found, problem: 'key' };
    for (const { name } of sameNames(list)) yield { code: 'monitor', node: name, problem: 'same-name' };
  }
}

function* languageServerFlaws(name: string, entry: Node): Generator<ManifestFlaw> {
  const code = 'language-server';
  for (const node of unknownKeys(entry, languageServerKeys)) yield { code, node, name, problem: 'key' };
  for (const node of dotless(entry)) yield { code, node, name, problem: 'extension' };
  const none = emptyExtensions(entry);
  if (none) yield { code, node: none, name, problem: 'no-extension' };
  const command = commandWithArguments(entry);
  if (command) yield { code, node: command, name, problem: 'arguments' };
}
