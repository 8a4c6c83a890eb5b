import type { DocumentKind } from '../../model.ts';
import { json } from '../../syntax/json/json.ts';
import { child, stringOf } from '../../syntax/node.ts';
import { appliedId } from './rules/applied-id.ts';
import { hybridPointer } from './rules/hybrid-pointer.ts';
import { missingFile } from './rules/missing-file.ts';
import { schema } from './schema.ts';
import { values } from './values.ts';

/** `_meta.json` in the folder of the app's local configurations. */
const configMeta: DocumentKind = {
  id: 'configMeta',
  title: 'Index of local configurations',
  files: ['**/configLibrary/_meta.json'],
  syntax: json,
  schema,
  source: ['third-party'],
  rules: [appliedId, missingFile, hybridPointer],
  values,
  symbolName: (node) => stringOf(child(node, 'name')),
};

export default configMeta;
