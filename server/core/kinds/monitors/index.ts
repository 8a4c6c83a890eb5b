import { pathIn } from '../../base/uri.ts';
import type { DocumentKind } from '../../model.ts';
import { json } from '../../syntax/json/json.ts';
import { parse } from '../../workspace/parse.ts';
import { monitorFacts } from '../shared/plugin/componentFacts.ts';
import { monitorInterpolations } from '../shared/texts/interpolations.ts';
import { interpolatedTexts } from '../shared/texts/texts.ts';
import { monitorsIn } from './monitors.ts';
import { references } from './references.ts';
import { missingScript } from './rules/missing-script.ts';
import { misspelledPluginRoot } from './rules/misspelled-plugin-root.ts';
import { notAList } from './rules/not-a-list.ts';
import { sameName } from './rules/same-name.ts';
import { unknownKey } from './rules/unknown-key.ts';
import { unknownSkill } from './rules/unknown-skill.ts';
import { userConfig } from './rules/user-config.ts';
import { schema } from './schema.ts';
import { values } from './values.ts';

const interpolations = monitorInterpolations('*');

/** `monitors/monitors.json` of a plugin: commands that run in the background of a session. */
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
  reportsUnknownKeys: true,
  values,
  texts: interpolatedTexts(interpolations),
  interpolations,
  facts: (document) => monitorFacts(monitorsIn(parse(document).root)),
  references,
};

export default monitors;
