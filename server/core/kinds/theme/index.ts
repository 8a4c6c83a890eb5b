import { parentOf } from '../../base/uri.ts';
import type { DocumentKind } from '../../model.ts';
import { json } from '../../syntax/json/json.ts';
import { unknownKey } from './rules/unknown-key.ts';
import { schema } from './schema.ts';

/** `themes/*.json` of a plugin: colour themes of Claude Code. */
const theme: DocumentKind = {
  id: 'theme',
  title: 'Colour theme',
  files: ['**/themes/*.json'],
  recognise: ({ uri }, { pluginOf }) => pluginOf(uri)?.uri === parentOf(parentOf(uri)),
  // Themes of editors are in folders of that name too.
  recogniseText: (text) =>
    !/"(tokenColors|semanticTokenColors|type)"\s*:/.test(text) &&
    /"(base|overrides)"\s*:|^\s*(?:\{\s*)?(?:\}\s*)?$/.test(text),
  syntax: json,
  schema,
  source: ['code/terminal-config'],
  rules: [unknownKey],
};

export default theme;
