import { type Html, html, icon } from './html.ts';
import { labelOf } from './place.ts';
import type { EffectiveAnswer } from './types.ts';

export interface Chip {
  readonly icon: string;
  readonly label: string;
  readonly value: string;
  readonly extra?: string;
  readonly run: string;
  readonly title?: string;
  readonly whatIf?: boolean;
}

export const chip = ({ icon: sign, label, value, extra, run, title, whatIf }: Chip): Html => {
  const more = whatIf ? 'what if' : extra;
  return html`<button class="chip${whatIf ? ' whatif' : ''}" data-run="${run}"${title ? html` title="${title}"` : html``}>${icon(sign)}<span class="mute">${label}</span> <b>${value}</b>${more ? html` <span class="${whatIf ? 'italic' : 'mute'}">${more}</span>` : ''}${icon('chevron-down')}</button>`;
};

const sourceWords: Readonly<Record<string, string>> = {
  managed: 'managed',
  bootstrap: 'from the bootstrap server',
  local: 'local settings',
  none: '',
};

const roleWords: Readonly<Record<string, string>> = {
  machine: 'macOS, this computer',
  user: 'macOS, this user',
  hklm: 'HKLM',
  hkcu: 'HKCU',
  bootstrap: 'bootstrap',
  local: 'local',
};

const count = (number: number, one: string, many = `${one}s`): string => `${number} ${number === 1 ? one : many}`;

/** The fleet, where the workspace has some. */
const fleetChip = ({ fleet }: EffectiveAnswer): Chip[] =>
  fleet
    ? [
        {
          icon: 'server-environment',
          label: 'Fleet',
          value: fleet.name ?? 'none chosen',
          run: 'chooseFleet',
          ...(fleet.problem !== undefined && { extra: 'cannot be used', title: fleet.problem }),
        },
      ]
    : [];

function policyChip({ result, sources, files }: EffectiveAnswer): Chip {
  const policies = sources.policies ?? [];
  const [first, ...others] = policies;
  const named = policies.map(({ uri, role }) => `${labelOf(files, uri)} (${roleWords[role] ?? 'managed'})`);
  const role = first && roleWords[first.role];
  return {
    icon: 'shield',
    label: 'Policy',
    value: first ? labelOf(files, first.uri) : 'none',
    extra: others.length > 0 ? `and ${others.length} more` : (role ?? sourceWords[result.source.kind] ?? ''),
    run: 'choosePolicy',
    ...(named.length > 0 && { title: named.join('\n') }),
  };
}

/** Other sources: the user's own servers, desktop extensions, Claude Code's managed files. */
function furtherChip({ sources }: EffectiveAnswer): Chip {
  const { userConfig, extensions = [], claudeCode = [] } = sources;
  const parts = [
    ...(userConfig === undefined ? [] : ['user servers']),
    ...(extensions.length > 0 ? [count(extensions.length, 'extension')] : []),
    ...(claudeCode.length > 0 ? [count(claudeCode.length, 'file of Claude Code', 'files of Claude Code')] : []),
  ];
  return { icon: 'library', label: 'Also', value: parts.join(', ') || 'nothing', run: 'pickAdditionalSources' };
}

function chips(answer: EffectiveAnswer): Chip[] {
  const { result, sources, tools } = answer;
  const active = result.plugins.filter((plugin) => plugin.active).length;
  const folder = sources.orgPlugins?.replace(/(?<!\/)\/+$/, '');
  const known = Object.values(tools).reduce((sum, list) => sum + Object.keys(list).length, 0);
  return [
    ...fleetChip(answer),
    policyChip(answer),
    {
      icon: 'folder',
      label: 'Plugins',
      value: folder ? decodeURIComponent(folder.split('/').at(-1) ?? folder) : 'none',
      extra: folder ? String(result.plugins.length) : '',
      run: 'chooseOrgPlugins',
    },
    ...(result.plugins.length > 0
      ? [
          {
            icon: 'extensions',
            label: 'Installed',
            value: `${active} of ${result.plugins.length}`,
            run: 'chooseInstalled',
            whatIf: isInstalledSupposed(sources),
          },
        ]
      : []),
    { icon: 'tools', label: 'Tools', value: known > 0 ? `${known} known` : 'none known', run: 'discoverTools' },
    {
      icon: 'versions',
      label: 'Minimum version',
      value: result.target.minimumVersion,
      run: 'pickMinimumVersion',
      whatIf: sources.minimumVersion !== undefined,
    },
    {
      icon: 'calendar',
      label: 'Date',
      value: result.target.date.slice(0, 10),
      run: 'chooseDate',
      whatIf: sources.date !== undefined,
    },
    furtherChip(answer),
  ];
}

const isInstalledSupposed = ({ installed, uninstalled }: EffectiveAnswer['sources']): boolean =>
  installed !== undefined || uninstalled !== undefined;

/** The what-if, phrased as a question. */
function question({ result, sources, supposed }: EffectiveAnswer): Html[] {
  const named = (names: readonly string[]) => html`<b>${names.join(', ')}</b>`;
  const parts = [
    supposed.added.length > 0 && html`users had installed ${named(supposed.added)}`,
    supposed.removed.length > 0 && html`users did not have ${named(supposed.removed)}`,
    isInstalledSupposed(sources) &&
      supposed.added.length + supposed.removed.length === 0 &&
      html`users had these plugins (they do)`,
    sources.minimumVersion !== undefined && html`the minimum version were <b>${result.target.minimumVersion}</b>`,
    sources.date !== undefined && html`today were <b>${result.target.date.slice(0, 10)}</b>`,
  ].filter((part) => part !== false);
  return parts.map((part, index) => html`${index > 0 ? ' and ' : ''}${part}`);
}

/** Renders the sources of the answer, each as a button that changes it; below them the what-if. */
export function renderChips(answer: EffectiveAnswer): Html {
  const asked = question(answer);
  const note = html`<div class="whatifnote" role="status">${icon('beaker')}<span><b>What if</b> ${asked}? This is not what users have today.</span><button class="button second" data-run="realSources">Back to the real sources</button></div>`;
  return html`<div><div class="chips" role="toolbar" aria-label="Sources">${chips(answer).map(chip)}</div>${asked.length > 0 && note}</div>`;
}
