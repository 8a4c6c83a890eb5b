import type { Document, DocumentKind, Fact } from '../../model.ts';
import { parse } from '../../parse.ts';
import { markedJson } from '../../syntax/json.ts';
import { child, propertiesOf, property, type ScalarNode, stringOf, strings } from '../../syntax/node.ts';
import { nameOf, parentOf } from '../../uri.ts';
import { hookEventFacts, manifestComponentFacts } from '../shared/componentFacts.ts';
import { duplicateKey } from '../shared/duplicateKey.ts';
import { hookFilled, languageServerFilled, monitorFilled, serverFilled } from '../shared/filled.ts';
import { hookFacts, inlineHooks } from '../shared/handlers.ts';
import { hookLenses } from '../shared/hookLenses.ts';
import { hookTexts } from '../shared/hookTexts.ts';
import { inlineServers, serverFacts } from '../shared/servers.ts';
import { filledTexts } from '../shared/texts.ts';
import { mentions } from './mentions.ts';
import { agentsFolder } from './rules/agents-folder.ts';
import { authorText } from './rules/author-text.ts';
import { badPort } from './rules/bad-port.ts';
import { claudeMdNotLoaded } from './rules/claude-md-not-loaded.ts';
import { commandSource } from './rules/command-source.ts';
import { componentInManifestFolder } from './rules/component-in-manifest-folder.ts';
import { dependencyForm } from './rules/dependency-form.ts';
import { engineRange } from './rules/engine-range.ts';
import { folderWithoutDot } from './rules/folder-without-dot.ts';
import { handlerNotOnEvent } from './rules/handler-not-on-event.ts';
import { hidesDefaultFolder } from './rules/hides-default-folder.ts';
import { homepageNotAddress } from './rules/homepage-not-address.ts';
import { httpUrl } from './rules/http-url.ts';
import { ifWithoutTool } from './rules/if-without-tool.ts';
import { incomplete } from './rules/incomplete.ts';
import { installationPreference } from './rules/installation-preference.ts';
import { keywordsText } from './rules/keywords-text.ts';
import { languageServerEntry } from './rules/language-server-entry.ts';
import { linkLeavesPlugin } from './rules/link-leaves-plugin.ts';
import { linkedComponent } from './rules/linked-component.ts';
import { manifestAtTop } from './rules/manifest-at-top.ts';
import { marketplaceKey } from './rules/marketplace-key.ts';
import { matcherNotUsed } from './rules/matcher-not-used.ts';
import { missingScript } from './rules/missing-script.ts';
import { misspelledPluginRoot } from './rules/misspelled-plugin-root.ts';
import { movedKey } from './rules/moved-key.ts';
import { nameForm } from './rules/name-form.ts';
import { nameNotFolder } from './rules/name-not-folder.ts';
import { nothingToReach } from './rules/nothing-to-reach.ts';
import { oauthBoolean } from './rules/oauth-boolean.ts';
import { choicesOfOption } from './rules/option-choices.ts';
import { optionName } from './rules/option-name.ts';
import { pathKind } from './rules/path-kind.ts';
import { pathLeavesPlugin } from './rules/path-leaves-plugin.ts';
import { pathMissing } from './rules/path-missing.ts';
import { pathWithoutDotSlash } from './rules/path-without-dot-slash.ts';
import { readmeIsComponent } from './rules/readme-is-component.ts';
import { refusedKey } from './rules/refused-key.ts';
import { refusedValue } from './rules/refused-value.ts';
import { repositoryObject } from './rules/repository-object.ts';
import { retiredKey } from './rules/retired-key.ts';
import { sameMonitorName } from './rules/same-monitor-name.ts';
import { secretInHeaders } from './rules/secret-in-headers.ts';
import { serverMatcher } from './rules/server-matcher.ts';
import { serverUrlKey } from './rules/server-url-key.ts';
import { serverWithoutType } from './rules/server-without-type.ts';
import { timeoutInMilliseconds } from './rules/timeout-in-milliseconds.ts';
import { unanchoredMatcher } from './rules/unanchored-matcher.ts';
import { undeclaredOption } from './rules/undeclared-option.ts';
import { unknownEvent } from './rules/unknown-event.ts';
import { unknownKey } from './rules/unknown-key.ts';
import { unquotedPluginRoot } from './rules/unquoted-plugin-root.ts';
import { urlNotAbsolute } from './rules/url-not-absolute.ts';
import { userConfigInHook } from './rules/user-config-in-hook.ts';
import { wrappedInline } from './rules/wrapped-inline.ts';
import { schema } from './schema.ts';
import { values } from './values.ts';

const manifestFolders = ['.claude-plugin', 'claude-plugin'];

/** What a manifest holds inline, by itself or in a list. */
const filled = [
  ...serverFilled('mcpServers', '*'),
  ...serverFilled('mcpServers', '*', '*'),
  ...hookFilled('hooks'),
  ...hookFilled('hooks', '*'),
  ...languageServerFilled('lspServers', '*'),
  ...languageServerFilled('lspServers', '*', '*'),
  ...monitorFilled('monitors', '*'),
  ...monitorFilled('experimental', 'monitors', '*'),
];

/** `plugin.json`: the manifest of a plugin. */
const plugin: DocumentKind = {
  id: 'plugin',
  title: 'Manifest of a plugin',
  files: ['**/.claude-plugin/plugin.json', '**/claude-plugin/plugin.json', '**/org-plugins/*/plugin.json'],
  // At the top of a plugin it is a manifest in the wrong place, unless the right one is there.
  recognise: ({ uri }, { pluginOf, file }) => {
    const folder = parentOf(uri);
    if (manifestFolders.includes(nameOf(folder))) return true;
    return pluginOf(uri)?.uri === folder && !manifestFolders.some((name) => file(`${folder}/${name}/plugin.json`));
  },
  syntax: markedJson,
  schema,
  rules: [
    folderWithoutDot,
    manifestAtTop,
    componentInManifestFolder,
    nameForm,
    nameNotFolder,
    installationPreference,
    unknownKey,
    keywordsText,
    authorText,
    repositoryObject,
    agentsFolder,
    pathLeavesPlugin,
    pathWithoutDotSlash,
    pathMissing,
    hidesDefaultFolder,
    wrappedInline,
    serverWithoutType,
    unknownEvent,
    misspelledPluginRoot,
    missingScript,
    linkLeavesPlugin,
    incomplete,
    homepageNotAddress,
    engineRange,
    marketplaceKey,
    retiredKey,
    movedKey,
    optionName,
    choicesOfOption,
    refusedKey,
    dependencyForm,
    commandSource,
    pathKind,
    languageServerEntry,
    sameMonitorName,
    nothingToReach,
    serverUrlKey,
    urlNotAbsolute,
    badPort,
    httpUrl,
    secretInHeaders,
    refusedValue,
    oauthBoolean,
    handlerNotOnEvent,
    ifWithoutTool,
    matcherNotUsed,
    serverMatcher,
    unanchoredMatcher,
    timeoutInMilliseconds,
    unquotedPluginRoot,
    userConfigInHook,
    undeclaredOption,
    readmeIsComponent,
    linkedComponent,
    duplicateKey('plugin'),
    claudeMdNotLoaded,
  ],
  values,
  texts: [...filledTexts(filled), ...hookTexts('hooks'), ...hookTexts('hooks', '*')],
  filled,
  facts: (document) => {
    const { root } = parse(document);
    const folder = parentOf(document.uri);
    const directory = nameOf(parentOf(folder));
    // At the top of a plugin nobody reads it.
    if (!manifestFolders.includes(nameOf(folder))) return [];
    return [
      ...manifestFact(document, directory),
      ...serverFacts(inlineServers(root), 'plugin', directory),
      ...inlineHooks(root).flatMap((map) => [...hookFacts(map), ...hookEventFacts(map)]),
      ...manifestComponentFacts(root),
      ...strings(child(root, 'skills')).map(skillPath),
      ...propertiesOf(child(root, 'userConfig')).map(({ key, keyNode }) => ({
        type: 'user-config',
        name: key,
        range: keyNode.range,
      })),
    ];
  },
  mentions,
  lenses: (document, workspace) =>
    inlineHooks(parse(document).root).flatMap((map) => [...hookLenses(document, workspace, map)]),
};

/** A folder of skills beside `skills`. */
const skillPath = (node: ScalarNode): Fact => ({ type: 'skill-path', name: String(node.value), range: node.range });

function manifestFact(document: Document, directory: string): Fact[] {
  const { root } = parse(document);
  if (root?.type !== 'object') return [];
  const range = property(root, 'name')?.valueNode?.range ?? { start: root.range.start, end: root.range.start + 1 };
  const data = {
    version: stringOf(child(root, 'version')) ?? null,
    installationPreference: stringOf(child(root, 'installationPreference')) ?? null,
    directory,
  };
  return [{ type: 'plugin-manifest', name: stringOf(child(root, 'name')) ?? '', range, data }];
}

export default plugin;
