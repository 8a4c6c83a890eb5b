import type { DocumentKind } from '../../model.ts';
import { frontMatter } from '../../syntax/frontMatter/frontMatter.ts';
import { commandTools } from '../markdown/commandKeys.ts';
import { commandEmbeds } from '../markdown/embeds.ts';
import { componentFacts } from '../markdown/facts.ts';
import { commandLenses } from '../markdown/lenses.ts';
import { isComponent } from '../markdown/recognise.ts';
import { connectorName } from '../markdown/rules/connector-name.ts';
import { fieldsOutside } from '../markdown/rules/fields-in-body.ts';
import { firstArgument } from '../markdown/rules/first-argument.ts';
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
import { commandName } from './place.ts';
import { references } from './references.ts';
import { schema } from './schema.ts';

const interpolations = componentInterpolations('command');

/** `commands/**` of a plugin: each Markdown file is a command. */
const command: DocumentKind = {
  id: 'command',
  title: 'Command',
  files: ['**/commands/**/*.md'],
  recognise: (file, around) => isComponent(file, 'commands', around),
  syntax: frontMatter,
  schema,
  source: ['code/skills'],
  embeds: commandEmbeds,
  rules: [
    frontMatterNotFirst('command'),
    fieldsOutside('command'),
    linkAsText('command'),
    missingDescription({ kind: 'command', why: 'Users see it in the list of commands.', severity: 'hint' }),
    nearMissKey('command'),
    unknownTool('command', commandTools),
    serverToolName('command', commandTools),
    unknownName('command', 'agent', 'agent'),
    unknownValue('command'),
    misspelledPluginRoot('command'),
    missingFile('command'),
    skillDir('command'),
    connectorName('command'),
    firstArgument('command'),
    duplicateKey('command'),
    utf16('command', 'finds no front matter: all fields are lost', 'warning'),
    pluginWithoutManifest('command'),
  ],
  values: [...commandTools.flatMap(toolValues), namesFrom('agent', 'agent')],
  texts: componentTexts(interpolations, commandTools),
  interpolations,
  facts: (document) => componentFacts(document, 'command', commandName(document), 'allowed-tools'),
  references,
  lenses: commandLenses,
};

export default command;
