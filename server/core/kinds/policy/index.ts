import type { DocumentKind } from '../../model.ts';
import { flatView } from '../../policy/flatView.ts';
import { writtenForm } from '../../policy/format.ts';
import { policySyntax } from '../../policy/policySyntax.ts';
import { isPlaceholder } from '../../policy/readValue.ts';
import { child, stringOf } from '../../syntax/node.ts';
import { decorations } from './decorations.ts';
import { facts } from './facts.ts';
import { isPolicy } from './recognise.ts';
import { references } from './references.ts';
import { accessRules } from './ruleSets/access.ts';
import { connectionRules } from './ruleSets/connection.ts';
import { fileRules } from './ruleSets/files.ts';
import { formRules } from './ruleSets/form.ts';
import { profileRules } from './ruleSets/profile.ts';
import { registryRules } from './ruleSets/registry.ts';
import { serverRules } from './ruleSets/servers.ts';
import { surroundingsRules } from './ruleSets/surroundings.ts';
import { schema } from './schema.ts';
import { values } from './values.ts';

/** Managed configuration of Claude Desktop and Cowork on third-party inference, in every format. */
const policy: DocumentKind = {
  id: 'policy',
  title: 'Managed policy',
  files: ['**/*.{json,mobileconfig,plist,reg}'],
  recogniseText: isPolicy,
  syntax: policySyntax,
  schema,
  source: ['desktop/configuration', 'app-validator'],
  view: flatView,
  isPlaceholder,
  writtenForm,
  rules: [
    ...formRules,
    ...fileRules,
    ...profileRules,
    ...registryRules,
    ...connectionRules,
    ...serverRules,
    ...accessRules,
    ...surroundingsRules,
  ],
  values,
  facts,
  references,
  decorations,
  symbolName: (node) =>
    stringOf(child(node, 'name')) ?? stringOf(child(node, 'serverName')) ?? stringOf(child(node, 'toolName')),
};

export default policy;
