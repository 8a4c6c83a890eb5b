import type { Rule } from '../../../model.ts';
import { duplicateKey } from '../../shared/duplicateKey.ts';
import { utf16 } from '../../shared/utf16.ts';
import { agentsFolder } from '../rules/agents-folder.ts';
import { authorText } from '../rules/author-text.ts';
import { commandSource } from '../rules/command-source.ts';
import { dependencyForm } from '../rules/dependency-form.ts';
import { engineRange } from '../rules/engine-range.ts';
import { hidesDefaultFolder } from '../rules/hides-default-folder.ts';
import { homepageNotAddress } from '../rules/homepage-not-address.ts';
import { incomplete } from '../rules/incomplete.ts';
import { installationPreference } from '../rules/installation-preference.ts';
import { keywordsText } from '../rules/keywords-text.ts';
import { marketplaceKey } from '../rules/marketplace-key.ts';
import { movedKey } from '../rules/moved-key.ts';
import { nameForm } from '../rules/name-form.ts';
import { nameNotFolder } from '../rules/name-not-folder.ts';
import { choicesOfOption } from '../rules/option-choices.ts';
import { optionName } from '../rules/option-name.ts';
import { pathKind } from '../rules/path-kind.ts';
import { pathLeavesPlugin } from '../rules/path-leaves-plugin.ts';
import { pathMissing } from '../rules/path-missing.ts';
import { pathWithoutDotSlash } from '../rules/path-without-dot-slash.ts';
import { refusedKey } from '../rules/refused-key.ts';
import { repositoryObject } from '../rules/repository-object.ts';
import { retiredKey } from '../rules/retired-key.ts';
import { unknownKey } from '../rules/unknown-key.ts';
import { unusedOption } from '../rules/unused-option.ts';
import { wrappedInline } from '../rules/wrapped-inline.ts';

/** The rules about the keys of the manifest and its paths. */
export const manifestRules: readonly Rule[] = [
  nameForm,
  utf16('plugin', 'does not load the plugin'),
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
  incomplete,
  homepageNotAddress,
  engineRange,
  marketplaceKey,
  retiredKey,
  movedKey,
  optionName,
  choicesOfOption,
  unusedOption,
  refusedKey,
  dependencyForm,
  commandSource,
  pathKind,
  duplicateKey('plugin'),
];
