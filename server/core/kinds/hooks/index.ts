import { pathIn } from '../../base/uri.ts';
import type { DocumentKind } from '../../model.ts';
import { json } from '../../syntax/json/json.ts';
import { child } from '../../syntax/node.ts';
import { parse } from '../../workspace/parse.ts';
import { byteOrderMark } from '../shared/byteOrderMark.ts';
import { duplicateKey } from '../shared/duplicateKey.ts';
import { hookFacts } from '../shared/hooks/handlers.ts';
import { hookLenses } from '../shared/hooks/hookLenses.ts';
import { hookTexts } from '../shared/hooks/hookTexts.ts';
import { hookEventFacts } from '../shared/plugin/componentFacts.ts';
import { pluginWithoutManifest } from '../shared/plugin/pluginWithoutManifest.ts';
import { hookInterpolations } from '../shared/texts/interpolations.ts';
import { interpolatedTexts } from '../shared/texts/texts.ts';
import { utf16 } from '../shared/utf16.ts';
import { references } from './references.ts';
import { handlerNotOnEvent } from './rules/handler-not-on-event.ts';
import { ifWithoutTool } from './rules/if-without-tool.ts';
import { matcherNotUsed } from './rules/matcher-not-used.ts';
import { missingScript } from './rules/missing-script.ts';
import { misspelledPluginRoot } from './rules/misspelled-plugin-root.ts';
import { moduleFile } from './rules/module-file.ts';
import { noWrapper } from './rules/no-wrapper.ts';
import { hookNotExecutable } from './rules/not-executable.ts';
import { pathLeavesPlugin } from './rules/path-leaves-plugin.ts';
import { refusedValue } from './rules/refused-value.ts';
import { serverMatcher } from './rules/server-matcher.ts';
import { timeoutInMilliseconds } from './rules/timeout-in-milliseconds.ts';
import { toolOfCowork } from './rules/tool-of-cowork.ts';
import { unanchoredMatcher } from './rules/unanchored-matcher.ts';
import { unknownEvent } from './rules/unknown-event.ts';
import { unquotedPluginRoot } from './rules/unquoted-plugin-root.ts';
import { userConfig } from './rules/user-config.ts';
import { schema } from './schema.ts';
import { symbolName } from './symbolName.ts';
import { values } from './values.ts';

const interpolations = hookInterpolations('hooks');

/** `hooks/hooks.json`: what a plugin runs on events. */
const hooks: DocumentKind = {
  id: 'hooks',
  title: 'Hooks of a plugin',
  files: ['**/hooks/hooks.json'],
  recognise: ({ uri }, { pluginOf }) => {
    const root = pluginOf(uri);
    return root !== undefined && pathIn(root.uri, uri) === 'hooks/hooks.json';
  },
  syntax: json,
  schema,
  source: ['code/hooks'],
  rules: [
    noWrapper,
    unknownEvent,
    handlerNotOnEvent,
    ifWithoutTool,
    matcherNotUsed,
    serverMatcher,
    timeoutInMilliseconds,
    unquotedPluginRoot,
    misspelledPluginRoot,
    missingScript,
    hookNotExecutable,
    pathLeavesPlugin,
    refusedValue,
    moduleFile,
    userConfig,
    unanchoredMatcher,
    toolOfCowork,
    duplicateKey('hooks'),
    utf16('hooks', 'refuses the whole plugin'),
    byteOrderMark('hooks', 'refuses the whole plugin'),
    pluginWithoutManifest('hooks'),
  ],
  values,
  texts: [...interpolatedTexts(interpolations), ...hookTexts('hooks')],
  interpolations,
  symbolName,
  facts: (document) => {
    const map = child(parse(document).root, 'hooks');
    return [...hookFacts(map), ...hookEventFacts(map)];
  },
  references,
  lenses: (document, workspace) => hookLenses(document, workspace, child(parse(document).root, 'hooks')),
};

export default hooks;
