import { parentOf } from '../../base/uri.ts';
import type { DocumentKind } from '../../model.ts';
import { json } from '../../syntax/json/json.ts';
import { parse } from '../../workspace/parse.ts';
import { languageServerFacts } from '../shared/plugin/componentFacts.ts';
import { languageServerInterpolations } from '../shared/texts/interpolations.ts';
import { interpolatedTexts } from '../shared/texts/texts.ts';
import { references } from './references.ts';
import { argumentsInCommand } from './rules/arguments-in-command.ts';
import { extensionWithoutDot } from './rules/extension-without-dot.ts';
import { missingScript } from './rules/missing-script.ts';
import { misspelledPluginRoot } from './rules/misspelled-plugin-root.ts';
import { unknownKey } from './rules/unknown-key.ts';
import { wrapped } from './rules/wrapped.ts';
import { schema } from './schema.ts';
import { lspServers } from './servers.ts';
import { values } from './values.ts';

const interpolations = languageServerInterpolations('*');

/** `.lsp.json` in the root of a plugin: its language servers. */
const lsp: DocumentKind = {
  id: 'lsp',
  title: 'Language servers of a plugin',
  files: ['**/.lsp.json'],
  recognise: ({ uri }, { pluginOf }) => pluginOf(uri)?.uri === parentOf(uri),
  syntax: json,
  schema,
  source: ['code/plugins-reference'],
  rules: [wrapped, extensionWithoutDot, argumentsInCommand, unknownKey, misspelledPluginRoot, missingScript],
  reportsUnknownKeys: true,
  values,
  texts: interpolatedTexts(interpolations),
  interpolations,
  facts: (document) => languageServerFacts(lspServers(parse(document).root)),
  references,
};

export default lsp;
