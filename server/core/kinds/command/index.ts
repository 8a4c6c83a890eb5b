import type { Document, DocumentKind } from '../../model.ts';
import { frontMatter } from '../../syntax/frontMatter.ts';
import { componentFacts } from '../markdown/facts.ts';
import { isComponent } from '../markdown/recognise.ts';
import { frontMatterNotFirst } from '../markdown/rules/front-matter-not-first.ts';
import { missingDescription } from '../markdown/rules/missing-description.ts';
import { missingFile } from '../markdown/rules/missing-file.ts';
import { misspelledPluginRoot } from '../markdown/rules/misspelled-plugin-root.ts';
import { nearMissKey } from '../markdown/rules/near-miss-key.ts';
import { serverToolName } from '../markdown/rules/server-tool-name.ts';
import { unknownTool } from '../markdown/rules/unknown-tool.ts';
import { unknownValue } from '../markdown/rules/unknown-value.ts';
import { namesFrom, toolValues } from '../markdown/values.ts';
import { skillDir } from './rules/skill-dir.ts';
import { schema } from './schema.ts';

const toolKeys = ['allowed-tools', 'disallowed-tools'];

/** `commands/**` of a plugin: a command for each Markdown file. */
const command: DocumentKind = {
  id: 'command',
  title: 'Command',
  files: ['**/commands/**/*.md'],
  recognise: (file, around) => isComponent(file, 'commands', around),
  syntax: frontMatter,
  schema,
  rules: [
    frontMatterNotFirst('command'),
    missingDescription({ kind: 'command', why: 'Users see it in the list of commands.', severity: 'hint' }),
    nearMissKey('command'),
    unknownTool('command', toolKeys),
    serverToolName('command', toolKeys),
    unknownValue('command'),
    skillDir,
    misspelledPluginRoot('command'),
    missingFile('command'),
  ],
  values: [...toolKeys.flatMap(toolValues), namesFrom('agent', 'agent')],
  facts: (document) => componentFacts(document, 'command', commandName(document), 'allowed-tools'),
};

/** `commands/git/push.md` is called `git:push`. */
const commandName = ({ uri }: Document): string => {
  const path = decodeURIComponent(uri);
  return path.slice(path.lastIndexOf('/commands/') + '/commands/'.length, -'.md'.length).replaceAll('/', ':');
};

export default command;
