import type { Host } from '../../server/core/base/hosts.ts';
import { contains, type Diagnostic, type TextRange } from '../../server/core/base/text.ts';
import { pathProblem } from '../../server/core/components/componentPaths.ts';
import { effective } from '../../server/core/effective/effective.ts';
import { effectiveInput } from '../../server/core/effective/fromWorkspace.ts';
import { kinds } from '../../server/core/kinds/index.ts';
import { rulesById } from '../../server/core/lint/builtinRules.ts';
import { Linter } from '../../server/core/lint/linter.ts';
import { viewOf } from '../../server/core/lint/workspaceView.ts';
import type { DocumentKind } from '../../server/core/model.ts';
import { surfacesOf } from '../../server/core/surfaces/surfaces.ts';
import { propertiesOf } from '../../server/core/syntax/node.ts';
import { parse } from '../../server/core/workspace/parse.ts';
import type { Workspace } from '../../server/core/workspace/workspace.ts';
import { base, workspaceOf } from './lint.ts';

export interface Case {
  readonly manifest: unknown;
  readonly hosts: readonly Host[];
  readonly minimumVersion: string;
  readonly date: string;
}

const path = 'org-plugins/pilot/.claude-plugin/plugin.json';
const uri = `${base}/${path}`;
/** The plugin's other files, to which the paths of a manifest lead. */
const files = {
  'org-plugins/pilot/skills/b/SKILL.md': '---\nname: b\ndescription: Does a thing when asked for it\n---\nDo it.\n',
  'org-plugins/pilot/more/a/SKILL.md': '---\nname: a\ndescription: Does a thing when asked for it\n---\nDo it.\n',
  'org-plugins/pilot/more/a.md': '---\nname: a\ndescription: Does a thing when asked for it\n---\nDo it.\n',
  'org-plugins/pilot/more/a.json': '{}',
  [path]: '{}',
};

/** Rules about paths: some of their findings are about the text, others about the target, which the text does not show. */
const aboutPaths: readonly string[] = ['plugin/path-kind', 'plugin/path-missing', 'plugin/agents-folder'];
const byId = rulesById(kinds);

/** Whether a finding below the top-level key `key` of the manifest `text` says that the plugin does not load. */
function refuses({ rule, builtin, severity, range }: Diagnostic, text: string, key: string | undefined): boolean {
  // The severity depends on the hosts.
  if (aboutPaths.includes(rule))
    return pathProblem(key ?? '', JSON.parse(text.slice(range.start, range.end))) !== undefined;
  if (rule === 'mcp/oauth-boolean') return true;
  return severity === 'error' && (builtin !== undefined || byId.get(rule)?.impact === 'does-not-load');
}

/**
 * Returns a function that describes in a few lines how the two sides differ on whether a manifest is rejected, or because of
 * which key; undefined if they agree. The other files of the plugin are read and checked once.
 */
export function comparison(of: readonly DocumentKind[] = kinds): (each: Case, evaluated?: Case) => string | undefined {
  const workspaces = { rules: settled(of), effective: settled(kinds) };
  return (each, evaluated = each) => {
    const { minimumVersion, date, hosts } = each;
    const text = JSON.stringify(each.manifest);
    const found = findings(workspaces.rules, text, each);
    const answer = evaluation(workspaces.effective, evaluated, each);
    const keyOf = ({ range }: { readonly range: TextRange }) => keyAt(workspaces.rules, range);
    const place = answer.note?.origin;
    const isSame = place && found.some((finding) => keyOf(finding) === keyOf(place));
    const flaw = answer.note?.subject?.flaw;
    if (answer.cell?.refusal === flaw && (flaw ? isSame : found.length === 0)) return undefined;
    return [
      text,
      `for ${hosts.join(' and ')}, app ${minimumVersion} on ${date}`,
      `rules:     ${found.map(({ rule, message }) => `${rule}: ${message}`).join(' | ') || 'loads'}`,
      `effective: ${answer.note ? `${flaw}: ${answer.note.message}` : 'loads'}`,
      `surfaces:  ${answer.cell ? `${answer.cell.refusal}: ${answer.cell.note}` : 'no skill'}`,
    ].join('\n');
  };
}

/** Returns the key of the manifest that contains a range. */
function keyAt(workspace: Workspace, range: TextRange): string | undefined {
  const document = workspace.get(uri);
  return propertiesOf(document && parse(document).root).find((property) => contains(property.range, range))?.key;
}

/** Returns a workspace whose files are already checked, so that only a change takes time. */
function settled(of: readonly DocumentKind[]): Workspace {
  const workspace = workspaceOf(files, of);
  workspace.takeChanges();
  return workspace;
}

/** Returns the findings that reject a manifest. */
function findings(workspace: Workspace, text: string, target: Omit<Case, 'manifest'>): readonly Diagnostic[] {
  // Setting the same text again is not a change.
  workspace.set(uri, '');
  workspace.takeChanges();
  workspace.set(uri, text);
  const settings = { target, levels: {} };
  const linter = new Linter(workspace, () => settings);
  return (linter.update().get(uri) ?? []).filter((diagnostic) =>
    refuses(diagnostic, text, keyAt(workspace, diagnostic.range)),
  );
}

/** Returns what the effective tool set and the surfaces say about a manifest. */
function evaluation(workspace: Workspace, { manifest }: Case, target: Omit<Case, 'manifest'>) {
  workspace.set(uri, JSON.stringify(manifest));
  const input = effectiveInput(workspace, {
    policies: [],
    orgPlugins: `${base}/org-plugins`,
    surfaces: ['cowork'],
    target,
  });
  const root = workspace.roots.pluginOf(uri);
  const surfaces = root ? surfacesOf(viewOf(workspace, new Set()), root, target).surfaces : [];
  const own = surfaces.find(({ id }) => id === (target.hosts.includes('claude-code') ? 'cli' : 'cowork-3p'));
  return {
    note: effective(input).notes.find(({ subject }) => subject?.kind === 'manifest-refused'),
    cell: own?.cells.skill,
  };
}
