import { type ChangeKind, changes, settingsTitle, settingTerms } from '../../server/core/vocabulary/changes.ts';
import { effects } from '../../server/core/vocabulary/names.ts';
import { type Reason, reasons, serverStates } from '../../server/core/vocabulary/reasons.ts';
import { states, type ToolState } from '../../server/core/vocabulary/states.ts';
import type { Term } from '../../server/core/vocabulary/term.ts';
import type { CompareToolsAnswer, Origin } from '../../server/protocol.ts';

/** A comparison in the format of the language server, written by hand, for tests of the panel. */

type Compared = Exclude<CompareToolsAnswer, { readonly problem: string }>;
type Row = Compared['groups'][number]['rows'][number];

const at = (line: number): Origin => ({
  uri: 'file:///fleet/policy.json',
  range: { start: (line - 1) * 10, end: line * 10 - 1 },
});

const shown = ({ label, icon, tone }: Pick<Term, 'label' | 'icon' | 'tone'>) => ({ word: label, icon, tone });
const standing = (is: ToolState): Row['before'] => ({ is, ...shown(states[is]), address: null });
const inactive = (reason: Reason): Row['before'] => ({ is: 'inactive', ...shown(reasons[reason]), address: null });
const active = (address: string): Row['before'] => ({ is: 'active', ...shown(serverStates.active), address });

const kind = (of: ChangeKind) => {
  const { label, sentence, icon, tone } = changes[of];
  return { kind: of, title: label, meaning: sentence, icon, tone };
};

const row = (more: Partial<Row>): Row => ({
  owner: 'handbook',
  tools: 'tag_page',
  risk: null,
  surfaces: 'Cowork',
  before: standing('ask'),
  after: standing('allow'),
  line: { sign: '+', text: '"tag_page": "allow"' },
  rule: { text: 'tag_page', isKey: true },
  remark: '',
  place: 'policy.json:20',
  origin: at(20),
  ...more,
});

export const compared: CompareToolsAnswer = {
  sides: { before: { is: 'revision', revision: 'main' }, after: { is: 'now' } },
  before: { name: 'main', commit: '3f2c1ab0000000000000000000000000000000ab' },
  after: { name: 'working tree', commit: null },
  isDangerous: true,
  summary: [
    '1 tool becomes looser and 1 server starts.',
    '1 tool becomes stricter, 3 are gone, 24 tools stay as they are.',
  ],
  target: { minimumVersion: '1.46388.4', date: '2026-11-21T00:00:00Z' },
  groups: [
    {
      ...kind('looser'),
      count: 1,
      rows: [row({ risk: effects.changes, remark: 'Code and Chat keep Ask' })],
    },
    {
      ...kind('newly-active'),
      count: 1,
      rows: [
        row({
          owner: 'review',
          tools: 'get_diff, list_findings',
          before: inactive('plugin-not-installed'),
          after: standing('user'),
          line: {
            sign: '+',
            text: '"installationPreference": "required", "somewhatLong": "so that it is cut in the end"',
          },
          place: 'org-plugins/code-reviewer/.claude-plugin/plugin.json:5',
          remark: 'In Code: Code prompt. In Chat, plugin servers are not documented: unknown',
        }),
      ],
    },
    {
      ...kind('redirected'),
      count: 1,
      rows: [
        row({
          owner: 'archive',
          tools: 'the server',
          surfaces: 'All',
          before: active('archive.example.com'),
          after: active('other.example.com'),
          line: { sign: '+', text: '"url": "https://other.example.com/mcp"' },
        }),
      ],
    },
    {
      kind: 'settings',
      title: settingsTitle.label,
      meaning: settingsTitle.sentence,
      icon: settingTerms.looser.icon,
      tone: settingTerms.looser.tone,
      count: 1,
      rows: [
        row({
          owner: settingTerms.looser.label,
          tools: 'coworkEgressAllowedHosts',
          surfaces: 'All',
          before: { is: 'missing', word: 'Not set', icon: '', tone: 'quiet', address: null },
          after: { ...shown(settingTerms.looser), is: 'value', word: '["*"]', address: null },
          line: { sign: '+', text: '"coworkEgressAllowedHosts": ["*"]' },
          remark: 'New: *. The shell of Code loses its sandbox: all hosts are allowed and no folders are set',
        }),
      ],
    },
    {
      ...kind('stricter'),
      count: 1,
      rows: [
        row({
          tools: 'drop_page',
          risk: effects.destroys,
          surfaces: 'All',
          before: standing('user'),
          after: standing('blocked'),
          remark: 'In Code before: Code prompt',
        }),
      ],
    },
    {
      ...kind('gone'),
      count: 3,
      rows: [
        row({
          owner: 'warehouse',
          tools: 'run_query, list_tables, load_csv',
          surfaces: 'All',
          before: standing('user'),
          after: inactive('invalid-entry'),
          line: { sign: '-', text: '"url": "https://warehouse.example.com/mcp"' },
          remark: 'The URL is http; https is required',
          origin: null,
        }),
      ],
    },
  ],
  notes: [],
  markdown: '<!-- plugboard-diff -->\n',
  json: '{}',
};

export const notCompared: CompareToolsAnswer = {
  sides: { before: { is: 'revision', revision: 'nowhere' }, after: { is: 'now' } },
  problem: 'There is no revision nowhere here.',
};
