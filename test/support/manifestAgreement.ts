import type { Host } from '../../server/core/base/hosts.ts';
import { contains, type Diagnostic, type TextRange } from '../../server/core/base/text.ts';
import { effective } from '../../server/core/effective/effective.ts';
import { effectiveInput } from '../../server/core/effective/fromWorkspace.ts';
import { kinds } from '../../server/core/kinds/index.ts';
import { Linter } from '../../server/core/lint/linter.ts';
import { viewOf } from '../../server/core/lint/workspaceView.ts';
import type { DocumentKind } from '../../server/core/model.ts';
import { surfacesOf } from '../../server/core/surfaces/surfaces.ts';
import { propertiesOf } from '../../server/core/syntax/node.ts';
import { parse } from '../../server/core/workspace/parse.ts';
import { base, workspaceOf } from './lint.ts';

export interface Case {
  readonly manifest: unknown;
  readonly hosts: readonly Host[];
  readonly minimumVersion: string;
  readonly date: string;
}

const path = 'org-plugins/pilot/.claude-plugin/plugin.json';
/** What the paths of a manifest lead to. */
const beside = {
  'org-plugins/pilot/skills/b/SKILL.md': '---\nname: b\ndescription: Does a thing when asked for it\n---\nDo it.\n',
  'org-plugins/pilot/more/a/SKILL.md': '---\nname: a\ndescription: Does a thing when asked for it\n---\nDo it.\n',
  'org-plugins/pilot/more/a.md': '---\nname: a\ndescription: Does a thing when asked for it\n---\nDo it.\n',
  'org-plugins/pilot/more/a.json': '{}',
};
const filesOf = (manifest: unknown) => ({ ...beside, [path]: JSON.stringify(manifest) });

/** Rules about what a path leads to, which no text tells. */
const aboutFiles = ['plugin/path-kind', 'plugin/agents-folder'];

/** Whether a finding says that the plugin does not load. */
const refuses = ({ rule, builtin, severity, message }: Diagnostic): boolean =>
  !aboutFiles.includes(rule) &&
  !message.startsWith('The plugin has no') &&
  (rule === 'mcp/oauth-boolean' ||
    (severity === 'error' && (builtin !== undefined || /(does not|fails to) load|is nested twice/.test(message))) ||
    /manifest paths are literal/.test(message));

/** How the two sides differ on whether a manifest is refused, or because of which key, in a few lines; undefined: they agree. */
export function disagreement(each: Case, of: readonly DocumentKind[] = kinds, evaluated = each): string | undefined {
  const { minimumVersion, date, hosts } = each;
  const target = { minimumVersion, date, hosts };
  const linter = new Linter(workspaceOf(filesOf(each.manifest), of), () => ({ target, levels: {} }));
  const found = (linter.all().get(`${base}/${path}`) ?? []).filter(refuses);
  const workspace = workspaceOf(filesOf(evaluated.manifest));
  const input = effectiveInput(workspace, {
    policies: [],
    orgPlugins: `${base}/org-plugins`,
    surfaces: ['cowork'],
    target,
  });
  const note = effective(input).notes.find(({ message }) => message.startsWith('Claude Code refuses the manifest of'));
  const root = workspace.roots.pluginOf(`${base}/${path}`);
  const surfaces = root ? surfacesOf(viewOf(workspace, new Set()), root, target).surfaces : [];
  const own = surfaces.find(({ id }) => id === (hosts.includes('claude-code') ? 'cli' : 'cowork-3p'));
  const cell = own?.cells.skill?.note?.match(/Claude Code refuses the manifest: .*/)?.[0];
  const document = linter.workspace.get(`${base}/${path}`);
  const keyAt = (range: TextRange | undefined) =>
    propertiesOf(document && parse(document).root).find((property) => range && contains(property.range, range))?.key;
  const isSame = found.some(({ range }) => keyAt(range) === keyAt(note?.origin?.range));
  const isShown = (cell !== undefined) === (note !== undefined);
  if (isShown && (note ? isSame : found.length === 0)) return undefined;
  return [
    JSON.stringify(each.manifest),
    `for ${hosts.join(' and ')}, app ${minimumVersion} on ${date}`,
    `rules:     ${found.map(({ rule, message }) => `${rule}: ${message}`).join(' | ') || 'loads'}`,
    `effective: ${note?.message ?? 'loads'}`,
    `surfaces:  ${cell ?? 'loads'}`,
  ].join('\n');
}
