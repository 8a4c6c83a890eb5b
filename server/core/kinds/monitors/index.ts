import { pathIn } from '../../base/uri.ts';
import type { DocumentKind } from '../../model.ts';
import { json } from '../../syntax/json/json.ts';
import { parse } from '../../workspace/parse.ts';
import { monitorFacts } from '../shared/plugin/componentFacts.ts';
import { monitorFilled } from '../shared/texts/filled.ts';
import { filledTexts } from '../shared/texts/texts.ts';
import { mentions } from './mentions.ts';
import { monitorsIn } from './monitors.ts';
import { missingScript } from './rules/missing-script.ts';
import { misspelledPluginRoot } from './rules/misspelled-plugin-root.ts';
import { notAList } from './rules/not-a-list.ts';
import { sameName } from './rules/same-name.ts';
import { unknownKey } from './rules/unknown-key.ts';
import { unknownSkill } from './rules/unknown-skill.ts';
import { userConfig } from './rules/user-config.ts';
import { schema } from './schema.ts';
import { values } from './values.ts';

const filled = monitorFilled('*');

/** `monitors/monitors.json` of a plugin: what runs in the background of a session. */
const monitors: DocumentKind = {
  id: 'monitors',
  title: 'Monitors of a plugin',
  files: ['**/monitors/monitors.json'],
  recognise: ({ uri }, { pluginOf }) => {
    const root = pluginOf(uri);
    return root !== undefined && pathIn(root.uri, uri) === 'monitors/monitors.json';
  },
  syntax: json,
  schema,
  source: ['code/plugins-reference'],
  rules: [notAList, sameName, unknownKey, unknownSkill, userConfig, misspelledPluginRoot, missingScript],
  tellsSlips: true,
  values,
  texts: filledTexts(filled),
  filled,
  facts: (document) => monitorFacts(monitorsIn(parse(document).root)),
  mentions,
};

export default monitors;
