import type { DocumentKind, Reference } from '../../model.ts';
import { frontMatter } from '../../syntax/frontMatter/frontMatter.ts';
import { bodyReferences } from '../markdown/bodyReferences.ts';
import { isComponent } from '../markdown/recognise.ts';
import { frontMatterNotFirst } from '../markdown/rules/front-matter-not-first.ts';
import { nearMissKey } from '../markdown/rules/near-miss-key.ts';
import { bodyTexts } from '../markdown/texts.ts';
import { schema } from './schema.ts';

/** `output-styles/**` of a plugin: a way to answer for each Markdown file. */
const outputStyle: DocumentKind = {
  id: 'outputStyle',
  title: 'Output style',
  files: ['**/output-styles/**/*.md'],
  recognise: (file, around) => isComponent(file, 'output-styles', around),
  syntax: frontMatter,
  schema,
  source: ['code/output-styles'],
  rules: [
    // What is known of skills, agents and commands is not written of output styles.
    { ...frontMatterNotFirst('outputStyle'), severity: 'hint' },
    nearMissKey('outputStyle', 'output styles'),
  ],
  texts: bodyTexts,
  references: (document, around): Iterable<Reference> => bodyReferences(document, around),
};

export default outputStyle;
