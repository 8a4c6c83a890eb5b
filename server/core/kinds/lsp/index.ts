import { parentOf } from '../../base/uri.ts';
import type { DocumentKind } from '../../model.ts';
import { json } from '../../syntax/json/json.ts';
import { parse } from '../../workspace/parse.ts';
import { languageServerFacts } from '../shared/plugin/componentFacts.ts';
import { languageServerFilled } from '../shared/texts/filled.ts';
import { filledTexts } from '../shared/texts/texts.ts';
import { mentions } from './mentions.ts';
import { argumentsInCommand } from './rules/arguments-in-command.ts';
import { extensionWithoutDot } from './rules/extension-without-dot.ts';
import { missingScript } from './rules/missing-script.ts';
import { misspelledPluginRoot } from './rules/misspelled-plugin-root.ts';
import { unknownKey } from './rules/unknown-key.ts';
import { wrapped } from './rules/wrapped.ts';
import { schema } from './schema.ts';
import { lspServers } from './servers.ts';
import { values } from './values.ts';

const filled = languageServerFilled('*');

/** `.lsp.json` at the top of a plugin: its language servers. */
const lsp: DocumentKind = {
  id: 'lsp',
  title: 'Language servers of a plugin',
  files: ['**/.lsp.json'],
  recognise: ({ uri }, { pluginOf }) => pluginOf(uri)?.uri === parentOf(uri),
  syntax: json,
  schema,
  source: ['code/plugins-reference'],
  rules: [wrapped, extensionWithoutDot, argumentsInCommand, unknownKey, misspelledPluginRoot, missingScript],
  tellsSlips: true,
  values,
  texts: filledTexts(filled),
  filled,
  facts: (document) => languageServerFacts(lspServers(parse(document).root)),
  mentions,
};

export default lsp;
