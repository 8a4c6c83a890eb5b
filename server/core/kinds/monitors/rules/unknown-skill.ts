import { nearest } from '../../../base/suggest.ts';
import type { Rule } from '../../../model.ts';
import { areElsewhere } from '../../shared/plugin/namedPaths.ts';
import { awaitedSkill, monitorsIn } from '../monitors.ts';
import { skillNames } from '../skills.ts';

/** `on-skill-invoke:` names a skill of this plugin. */
export const unknownSkill: Rule = {
  id: 'monitors/unknown-skill',
  severity: 'warning',
  source: ['code/plugins-reference'],
  certainty: 'documented',
  impact: 'no-effect',
  scope: 'workspace',
  *check({ document, root, workspace }) {
    const plugin = workspace.pluginOf(document.uri);
    if (!plugin || areElsewhere(workspace, plugin.uri, 'skills') || areElsewhere(workspace, plugin.uri, 'commands'))
      return;
    const names = skillNames(workspace, plugin);
    for (const monitor of monitorsIn(root)) {
      const awaited = awaitedSkill(monitor);
      // The manifest may give the plugin a name other than its folder's. Names of other plugins are not checked.
      const isOwn = awaited && (awaited.plugin === undefined || awaited.plugin === plugin.directory);
      if (!isOwn || awaited.name === '' || names.has(awaited.name) || names.has(awaited.written)) continue;
      const near = nearest(awaited.name, names);
      yield {
        range: awaited.range,
        // A skill whose name is not a near miss may be added later.
        ...(!near && { severity: 'hint' }),
        message: `This plugin has no skill \`${awaited.name}\`, so the monitor never starts.${near ? ` Did you mean \`${near}\`?` : ''}`,
        ...(near && {
          fixes: [{ title: `Change to \`${near}\``, edits: [{ range: awaited.range, newText: near }] }],
        }),
      };
    }
  },
};
