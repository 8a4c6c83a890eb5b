import { join, nameOf, parentOf } from '../../../base/uri.ts';
import type { Rule } from '../../../model.ts';
import { namedPaths } from '../../shared/plugin/namedPaths.ts';
import { loads } from '../place.ts';

/** Only one level of folders is read below `skills`, unless `skills` in the manifest or its marketplace entry names another folder. */
export const tooDeep: Rule = {
  id: 'skill/too-deep',
  severity: 'warning',
  source: ['claude-code-validator'],
  certainty: 'validator',
  impact: 'does-not-load',
  scope: 'workspace',
  *check({ document, workspace }) {
    const own = parentOf(document.uri);
    const group = parentOf(own);
    const skills = parentOf(group);
    const root = workspace.pluginOf(document.uri)?.uri;
    if (!loads(document) || root === undefined || skills !== `${root}/skills`) return;
    const folders = namedPaths(workspace, root, 'skills');
    if (folders.includes(own) || folders.includes(group)) return;
    const to = join(skills, nameOf(own));
    yield {
      range: { start: 0, end: 0 },
      message: `This skill does not load: below \`skills\` only one level of folders is read. Move it to \`skills/${nameOf(own)}\`, or name \`./skills/${nameOf(group)}\` under \`skills\` in plugin.json.`,
      ...(!workspace.file(to) && {
        fixes: [
          {
            title: `Move to \`skills/${nameOf(own)}\``,
            edits: [],
            files: [{ kind: 'rename' as const, from: own, to }],
          },
        ],
      }),
    };
  },
};
