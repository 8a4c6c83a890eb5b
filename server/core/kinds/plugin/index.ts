import { nameOf, parentOf } from '../../base/uri.ts';
import type { Document, DocumentKind, Fact } from '../../model.ts';
import { markedJson } from '../../syntax/json/json.ts';
import { child, propertiesOf, property, stringOf } from '../../syntax/node.ts';
import { parse } from '../../workspace/parse.ts';
import { hookFacts, inlineHooks } from '../shared/hooks/handlers.ts';
import { hookLenses } from '../shared/hooks/hookLenses.ts';
import { hookTexts } from '../shared/hooks/hookTexts.ts';
import { hookEventFacts, manifestComponentFacts } from '../shared/plugin/componentFacts.ts';
import { namedPathFacts } from '../shared/plugin/namedPaths.ts';
import { inlineServers, serverFacts } from '../shared/servers/serverMap.ts';
import { hookFilled, languageServerFilled, monitorFilled, serverFilled } from '../shared/texts/filled.ts';
import { filledTexts } from '../shared/texts/texts.ts';
import { mentions } from './mentions.ts';
import { hookRules } from './ruleSets/hooks.ts';
import { manifestRules } from './ruleSets/manifest.ts';
import { placeRules } from './ruleSets/place.ts';
import { serverRules } from './ruleSets/servers.ts';
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
  rules: [...placeRules, ...manifestRules, ...serverRules, ...hookRules],
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
      ...namedPathFacts(root, parentOf(folder)),
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
