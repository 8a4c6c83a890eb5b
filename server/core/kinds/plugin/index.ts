import { nameOf, parentOf } from '../../base/uri.ts';
import { cannotBeParsed, manifestFlawSentence } from '../../components/manifestFlawSentences.ts';
import { manifestFlaws, whyRefused } from '../../components/manifestFlaws.ts';
import { optionMaps } from '../../components/options.ts';
import type { Fact } from '../../fact.ts';
import type { Document, DocumentKind } from '../../model.ts';
import type { SchemaProblem } from '../../schema/schema.ts';
import { jsonAllowingBom } from '../../syntax/json/json.ts';
import { child, propertiesOf, property, stringOf } from '../../syntax/node.ts';
import { breakOf } from '../../syntax/syntax.ts';
import { parse } from '../../workspace/parse.ts';
import { bundleFacts } from '../shared/plugin/componentFacts.ts';
import { namedPathFacts } from '../shared/plugin/namedPaths.ts';
import { isInManifestFolder, manifestFolders, pluginFolderOf } from '../shared/plugin/pluginFolder.ts';
import { embeds } from './embeds.ts';
import { references } from './references.ts';
import { manifestRules } from './ruleSets/manifest.ts';
import { placeRules } from './ruleSets/place.ts';
import { schema } from './schema.ts';
import { values } from './values.ts';

/** `plugin.json`: the manifest of a plugin. */
const plugin: DocumentKind = {
  id: 'plugin',
  title: 'Manifest of a plugin',
  files: ['**/.claude-plugin/plugin.json', '**/claude-plugin/plugin.json', '**/org-plugins/*/plugin.json'],
  // In the root of a plugin it is a misplaced manifest, unless the right one exists.
  recognise: ({ uri }, { pluginOf, file }) => {
    if (isInManifestFolder(uri)) return true;
    const folder = parentOf(uri);
    return pluginOf(uri)?.uri === folder && !manifestFolders.some((name) => file(`${folder}/${name}/plugin.json`));
  },
  syntax: jsonAllowingBom,
  schema,
  source: ['code/plugins-reference'],
  rules: [...placeRules, ...manifestRules],
  embeds,
  values,
  facts: (document) => {
    const { root } = parse(document);
    // A manifest in the root of a plugin is not read.
    if (!isInManifestFolder(document.uri)) return [];
    const folder = pluginFolderOf(document.uri);
    return [
      ...manifestFact(document, nameOf(folder)),
      ...bundleFacts(root),
      ...namedPathFacts(root, folder),
      ...optionMaps(root)
        .flatMap(propertiesOf)
        .map(({ key, keyNode }): Fact => ({ type: 'user-config', name: key, range: keyNode.range })),
    ];
  },
  references,
  errorFacts: refusalFact,
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

/** Returns why Claude Code does not load the plugin; flaws that the app rejects too come first. */
function refusalFact(document: Document, errors: readonly SchemaProblem[]): Fact[] {
  // A manifest in the root of a plugin is not read.
  if (!isInManifestFolder(document.uri)) return [];
  const parsed = parse(document);
  const { root } = parsed;
  const type = 'manifest-refusal';
  const broken = breakOf(parsed);
  if (broken)
    return [
      { type, name: '', range: broken.range, data: { flaw: 'syntax', reason: cannotBeParsed, isFineInApp: false } },
    ];
  const flaw = whyRefused(manifestFlaws(root, errors));
  if (!flaw) return [];
  const data = { flaw: flaw.code, reason: manifestFlawSentence(flaw), isFineInApp: flaw.isFineInApp === true };
  return [{ type, name: '', range: flaw.node.range, data }];
}

export default plugin;
