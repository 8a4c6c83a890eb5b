import { nameOf, parentOf } from '../../base/uri.ts';
import type { DocumentKind } from '../../model.ts';
import { json } from '../../syntax/json/json.ts';
import { child, stringOf } from '../../syntax/node.ts';
import { parse } from '../../workspace/parse.ts';
import { differsFromManifest } from './rules/differs-from-manifest.ts';
import { misplaced } from './rules/misplaced.ts';
import { schema } from './schema.ts';

const manifestFolders = ['.claude-plugin', 'claude-plugin'];

/** `version.json` of an org plugin, by which Cowork detects that the plugin has changed. */
const version: DocumentKind = {
  id: 'version',
  title: 'Version of an org plugin',
  files: ['**/version.json'],
  // Many projects have a `version.json` with another meaning.
  recognise: ({ uri }, { pluginOf }) => {
    const root = pluginOf(uri);
    const folder = parentOf(uri);
    if (!root) return false;
    return folder === root.uri || (parentOf(folder) === root.uri && manifestFolders.includes(nameOf(folder)));
  },
  syntax: json,
  schema,
  source: ['desktop/extensions'],
  rules: [misplaced, differsFromManifest],
  *facts(document) {
    const node = child(parse(document).root, 'version');
    const value = stringOf(node);
    if (node && value !== undefined)
      yield { type: 'plugin-version', name: '', range: node.range, data: { version: value } };
  },
};

export default version;
