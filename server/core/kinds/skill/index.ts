import type { DocumentKind } from '../../model.ts';
import { frontMatter } from '../../syntax/frontMatter/frontMatter.ts';
import { commandTools } from '../markdown/commandKeys.ts';
import { commandEmbeds } from '../markdown/embeds.ts';
import { componentFacts } from '../markdown/facts.ts';
import { skillLenses } from '../markdown/lenses.ts';
import { isSkill } from '../markdown/recognise.ts';
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
import { folderOf, isFlat, loads, skillName } from './place.ts';
import { references } from './references.ts';
import { brokenLink } from './rules/broken-link.ts';
import { descriptionTooLong } from './rules/description-too-long.ts';
import { fileName } from './rules/file-name.ts';
import { nameForm } from './rules/name-form.ts';
import { nameNotFolder } from './rules/name-not-folder.ts';
import { noFolder } from './rules/no-folder.ts';
import { rootHidden } from './rules/root-hidden.ts';
import { tooDeep } from './rules/too-deep.ts';
import { whenToUse } from './rules/when-to-use.ts';
import { schema } from './schema.ts';

const interpolations = componentInterpolations('skill');

/** `skills/<name>/SKILL.md`, a plugin's own `SKILL.md`, and files that were intended as one. */
const skill: DocumentKind = {
  id: 'skill',
  title: 'Skill',
  files: ['**/SKILL.md', '**/skills/*.md', '**/skills/*/*.md'],
  recognise: isSkill,
  syntax: frontMatter,
  schema,
  source: ['code/skills'],
  embeds: commandEmbeds,
  rules: [
    fileName,
    noFolder,
    tooDeep,
    rootHidden,
    frontMatterNotFirst('skill'),
    fieldsOutside('skill'),
    linkAsText('skill'),
    missingDescription({
      kind: 'skill',
      why: 'Claude uses it to choose a skill: say what the skill does and when to use it.',
      severity: 'warning',
      applies: ({ document }) => loads(document) && !isFlat(document),
      name: folderOf,
    }),
    descriptionTooLong,
    nameNotFolder,
    nameForm,
    nearMissKey('skill'),
    unknownTool('skill', commandTools),
    serverToolName('skill', commandTools),
    unknownName('skill', 'agent', 'agent'),
    unknownValue('skill'),
    whenToUse,
    misspelledPluginRoot('skill'),
    missingFile('skill'),
    skillDir('skill'),
    connectorName('skill'),
    firstArgument('skill'),
    duplicateKey('skill'),
    utf16('skill', 'finds no front matter: the skill has no description', 'warning'),
    pluginWithoutManifest('skill'),
    brokenLink,
  ],
  values: [...commandTools.flatMap(toolValues), namesFrom('agent', 'agent')],
  texts: componentTexts(interpolations, commandTools),
  interpolations,
  facts: (document) => (loads(document) ? componentFacts(document, 'skill', skillName(document), 'allowed-tools') : []),
  references,
  lenses: skillLenses,
};

export default skill;
