import type { DocumentKind, Reference } from '../../model.ts';
import { frontMatter } from '../../syntax/frontMatter/frontMatter.ts';
import { bodyReferences } from '../markdown/bodyReferences.ts';
import { isComponent } from '../markdown/recognise.ts';
import { frontMatterNotFirst } from '../markdown/rules/front-matter-not-first.ts';
import { nearMissKey } from '../markdown/rules/near-miss-key.ts';
import { bodyTexts } from '../markdown/texts.ts';
import { schema } from './schema.ts';

/** `output-styles/**` of a plugin: each Markdown file is an output style. */
const outputStyle: DocumentKind = {
  id: 'outputStyle',
  title: 'Output style',
  files: ['**/output-styles/**/*.md'],
  recognise: (file, around) => isComponent(file, 'output-styles', around),
  syntax: frontMatter,
  schema,
  source: ['code/output-styles'],
  rules: [
    // The rules for skills, agents and commands are not documented for output styles.
    { ...frontMatterNotFirst('outputStyle'), severity: 'hint' },
    nearMissKey('outputStyle', 'output styles'),
  ],
  texts: bodyTexts,
  references: (document, around): Iterable<Reference> => bodyReferences(document, around),
};

export default outputStyle;
