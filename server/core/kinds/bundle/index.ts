import type { DocumentKind } from '../../model.ts';
import { json } from '../../syntax/json/json.ts';
import { child, itemsOf, property, stringOf, strings } from '../../syntax/node.ts';
import { parse } from '../../workspace/parse.ts';
import { bundleInterpolations } from '../shared/texts/interpolations.ts';

import { references } from './references.ts';
import { dxtVersion } from './rules/dxt-version.ts';
import { listInsideText } from './rules/list-inside-text.ts';
import { missingFile } from './rules/missing-file.ts';
import { pathWithPlaceholder } from './rules/path-with-placeholder.ts';
import { typeNotEntryPoint } from './rules/type-not-entry-point.ts';
import { undeclaredArgument } from './rules/undeclared-argument.ts';
import { undeclaredOption } from './rules/undeclared-option.ts';
import { unknownKey } from './rules/unknown-key.ts';
import { unknownPlaceholder } from './rules/unknown-placeholder.ts';
import { uvVersion } from './rules/uv-version.ts';
import { schema } from './schema.ts';
import { textsOf } from './texts.ts';
import { values } from './values.ts';

const start = ['server', 'mcp_config'];
const interpolations = [
  ...bundleInterpolations(...start),
  ...bundleInterpolations(...start, 'platform_overrides', '*'),
];

/** `manifest.json` of a desktop extension (`.mcpb`, formerly `.dxt`). */
const bundle: DocumentKind = {
  id: 'bundle',
  title: 'Manifest of a desktop extension',
  files: ['**/manifest.json'],
  // Browser extensions have manifests of that name too, but with a numeric version and without a server.
  recogniseText: (text) => /"(manifest_version|dxt_version)"\s*:\s*"/.test(text) && /"server"\s*:\s*\{/.test(text),
  syntax: json,
  schema,
  source: ['mcpb/manifest'],
  rules: [
    dxtVersion,
    uvVersion,
    typeNotEntryPoint,
    unknownKey,
    unknownPlaceholder,
    undeclaredOption,
    listInsideText,
    undeclaredArgument,
    pathWithPlaceholder,
    missingFile,
  ],
  reportsUnknownKeys: true,
  values,
  texts: textsOf(interpolations),
  interpolations,
  // The server is not started, so its tools are known only from the manifest.
  facts: (document) => {
    const { root } = parse(document);
    const server = stringOf(child(root, 'name')) ?? '';
    return itemsOf(child(root, 'tools'))
      .flatMap((tool) => strings(child(tool, 'name')))
      .map(({ value, range }) => ({ type: 'bundle-tool', name: String(value), range, data: { server } }));
  },
  references,
  symbolName: (node) => stringOf(child(node, 'src')),
  *decorations(document) {
    const dxtVersion = property(parse(document).root, 'dxt_version');
    if (dxtVersion) yield { range: dxtVersion.keyNode.range, modifiers: ['deprecated'] };
  },
};

export default bundle;
