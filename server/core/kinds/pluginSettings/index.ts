import { parentOf } from '../../base/uri.ts';
import type { DocumentKind } from '../../model.ts';
import { json } from '../../syntax/json/json.ts';
import { property } from '../../syntax/node.ts';
import { parse } from '../../workspace/parse.ts';
import { agentsOf } from './agents.ts';
import { ignoredKeys, readKeys } from './keys.ts';
import { references } from './references.ts';
import { deprecatedKey } from './rules/deprecated-key.ts';
import { ignoredKey } from './rules/ignored-key.ts';
import { unknownAgent } from './rules/unknown-agent.ts';
import { schema } from './schema.ts';

/** `settings.json` in the root of a plugin. */
const pluginSettings: DocumentKind = {
  id: 'pluginSettings',
  title: 'Plugin settings',
  files: ['**/settings.json'],
  // Elsewhere, a file of that name belongs to another program or to a user.
  recognise: ({ uri }, { pluginOf }) => pluginOf(uri)?.uri === parentOf(uri),
  syntax: json,
  schema,
  source: ['code/plugins-reference'],
  rules: [ignoredKey, deprecatedKey, unknownAgent],
  values: [
    {
      at: ['agent'],
      offers: 'values',
      *items({ document, workspace }) {
        const plugin = workspace.pluginOf(document.uri);
        for (const { name } of plugin ? agentsOf(workspace, plugin) : [])
          yield { value: name, detail: 'agent of this plugin' };
      },
    },
  ],
  references,
  *decorations(document) {
    const { root } = parse(document);
    for (const { keyNode } of ignoredKeys(root)) yield { range: keyNode.range, modifiers: ['ignored'] };
    for (const key of readKeys) {
      const found = property(root, key);
      if (found) yield { range: found.keyNode.range, modifiers: ['deprecated'] };
    }
  },
};

export default pluginSettings;
