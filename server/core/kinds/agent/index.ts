import type { DocumentKind } from '../../model.ts';
import { frontMatter } from '../../syntax/frontMatter/frontMatter.ts';
import { componentFacts } from '../markdown/facts.ts';
import { agentLenses } from '../markdown/lenses.ts';
import { isComponent } from '../markdown/recognise.ts';
import { connectorName } from '../markdown/rules/connector-name.ts';
import { fieldsOutside } from '../markdown/rules/fields-in-body.ts';
import { frontMatterNotFirst } from '../markdown/rules/front-matter-not-first.ts';
import { linkAsText } from '../markdown/rules/link-as-text.ts';
import { missingDescription } from '../markdown/rules/missing-description.ts';
import { missingFile } from '../markdown/rules/missing-file.ts';
import { misspelledPluginRoot } from '../markdown/rules/misspelled-plugin-root.ts';
import { nearMissKey } from '../markdown/rules/near-miss-key.ts';
import { serverToolName } from '../markdown/rules/server-tool-name.ts';
import { skillDir } from '../markdown/rules/skill-dir.ts';
import { unknownName } from '../markdown/rules/unknown-name.ts';
import { unknownTool } from '../markdown/rules/unknown-tool.ts';
import { unknownValue } from '../markdown/rules/unknown-value.ts';
import { componentInterpolations, componentTexts } from '../markdown/texts.ts';
import { namesFrom, toolValues } from '../markdown/values.ts';
import { duplicateKey } from '../shared/duplicateKey.ts';
import { pluginWithoutManifest } from '../shared/plugin/pluginWithoutManifest.ts';
import { utf16 } from '../shared/utf16.ts';
import { embeds } from './embeds.ts';
import { agentFile, agentName, toolKeys } from './place.ts';
import { references } from './references.ts';
import { allowedTools } from './rules/allowed-tools.ts';
import { ignoredKey } from './rules/ignored-key.ts';
import { missingName } from './rules/missing-name.ts';
import { nameWithColon } from './rules/name-with-colon.ts';
import { needsDisabledTool } from './rules/needs-disabled-tool.ts';
import { schema } from './schema.ts';

const interpolations = componentInterpolations('agent');

/** `agents/**` of a plugin: each Markdown file is an agent. */
const agent: DocumentKind = {
  id: 'agent',
  title: 'Agent',
  files: ['**/agents/**/*.md'],
  recognise: (file, around) => isComponent(file, 'agents', around),
  syntax: frontMatter,
  schema,
  source: ['code/sub-agents'],
  embeds,
  rules: [
    frontMatterNotFirst('agent'),
    fieldsOutside('agent'),
    linkAsText('agent'),
    missingDescription({
      kind: 'agent',
      why: 'Claude uses it to choose an agent: say what the agent does and when to use it.',
      severity: 'warning',
      otherwise:
        ' Move files that are not agents to another folder: every Markdown file below `agents` becomes an agent.',
      name: agentFile,
    }),
    missingName,
    nameWithColon,
    needsDisabledTool,
    ignoredKey,
    allowedTools,
    nearMissKey('agent'),
    unknownTool('agent', toolKeys),
    serverToolName('agent', toolKeys),
    unknownName('agent', 'skills', 'skill'),
    unknownValue('agent'),
    misspelledPluginRoot('agent'),
    missingFile('agent'),
    skillDir('agent'),
    connectorName('agent'),
    duplicateKey('agent'),
    utf16('agent', 'finds no front matter: name and description are lost', 'warning'),
    pluginWithoutManifest('agent'),
  ],
  values: [...toolKeys.flatMap(toolValues), namesFrom('skill', 'skills'), namesFrom('skill', 'skills', '*')],
  texts: componentTexts(interpolations, toolKeys),
  interpolations,
  facts: (document) => componentFacts(document, 'agent', agentName(document), 'tools'),
  references,
  lenses: agentLenses,
};

export default agent;
