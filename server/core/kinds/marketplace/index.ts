import type { DocumentKind } from '../../model.ts';
import { json } from '../../syntax/json/json.ts';
import { decorations } from './decorations.ts';
import { embeds } from './embeds.ts';
import { facts } from './facts.ts';
import { recogniseText } from './recognise.ts';
import { references } from './references.ts';
import { archiveAddress } from './rules/archive-address.ts';
import { archiveWithoutDigest } from './rules/archive-without-digest.ts';
import { besideManifest } from './rules/beside-manifest.ts';
import { commandSource } from './rules/command-source.ts';
import { componentPath } from './rules/component-path.ts';
import { dependencyForm } from './rules/dependency-form.ts';
import { dependencyNotAllowed } from './rules/dependency-not-allowed.ts';
import { downloadHeaders } from './rules/download-headers.ts';
import { duplicatePlugin } from './rules/duplicate-plugin.ts';
import { hooksNotInline } from './rules/hooks-not-inline.ts';
import { inOrgPlugins } from './rules/in-org-plugins.ts';
import { installationPreference } from './rules/installation-preference.ts';
import { nameDiffers } from './rules/name-differs.ts';
import { nameForm } from './rules/name-form.ts';
import { noDescription } from './rules/no-description.ts';
import { noPlugins } from './rules/no-plugins.ts';
import { pinForm } from './rules/pin-form.ts';
import { place } from './rules/place.ts';
import { pluginNameForm } from './rules/plugin-name-form.ts';
import { relevanceWithoutSignal } from './rules/relevance-without-signal.ts';
import { renames } from './rules/renames.ts';
import { repositoryForm } from './rules/repository-form.ts';
import { sourceExtraKey } from './rules/source-extra-key.ts';
import { sourceForm } from './rules/source-form.ts';
import { sourceKind } from './rules/source-kind.ts';
import { sourceMissing } from './rules/source-missing.ts';
import { sourceNotFetched } from './rules/source-not-fetched.ts';
import { sourceWithoutPlugin } from './rules/source-without-plugin.ts';
import { unknownKey } from './rules/unknown-key.ts';
import { versionDiffers } from './rules/version-differs.ts';
import { schema } from './schema.ts';
import { values } from './values.ts';

/** `marketplace.json`: the plugins that a marketplace offers. */
const marketplace: DocumentKind = {
  id: 'marketplace',
  title: 'Marketplace of plugins',
  files: ['**/marketplace.json'],
  recogniseText,
  syntax: json,
  schema,
  source: ['code/marketplace-reference'],
  rules: [
    inOrgPlugins,
    place,
    nameForm,
    pluginNameForm,
    duplicatePlugin,
    sourceForm,
    sourceMissing,
    sourceWithoutPlugin,
    sourceKind,
    repositoryForm,
    pinForm,
    archiveAddress,
    archiveWithoutDigest,
    sourceExtraKey,
    sourceNotFetched,
    versionDiffers,
    nameDiffers,
    besideManifest,
    hooksNotInline,
    componentPath,
    downloadHeaders,
    relevanceWithoutSignal,
    installationPreference,
    dependencyForm,
    dependencyNotAllowed,
    renames,
    commandSource,
    unknownKey,
    noPlugins,
    noDescription,
  ],
  embeds,
  reportsUnknownKeys: true,
  values,
  facts,
  references,
  decorations,
};

export default marketplace;
