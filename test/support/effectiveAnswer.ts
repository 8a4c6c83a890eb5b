import type { Certainty } from '../../server/core/base/text.ts';
import type {
  EffectiveServer,
  EffectiveSurface,
  EffectiveTool,
  Step,
  Surface,
  ToolState,
} from '../../server/core/effective/model.ts';
import { noRule, ruleLabel, type ToolRule } from '../../server/core/vocabulary/rules.ts';
import { packed } from '../../server/lsp/pack.ts';
import type { EffectiveAnswer, PackedAnswer } from '../../server/protocol.ts';

import { at, policy, width } from './answerPlaces.ts';
import { reach, summary } from './reachAnswer.ts';

export { at } from './answerPlaces.ts';
export { compared, notCompared } from './comparedAnswer.ts';

/** An answer of the language server, written by hand, for tests of the panel. Every line is ten characters long. */

const decides = (text: string, line: number | null, certainty: Certainty): Step => ({
  text,
  outcome: 'decides',
  why: '',
  certainty,
  origin: line === null ? null : at(line),
});
const overruled = (text: string, line: number, why: string): Step => ({
  text,
  outcome: 'overruled',
  why,
  certainty: 'documented',
  origin: at(line),
});

export function tool(
  name: string,
  state: ToolState,
  rule: ToolRule,
  line: number | null,
  certainty: Certainty = 'documented',
  losers: readonly Step[] = [],
): EffectiveTool {
  const text = rule.kind === 'default' ? 'No entry' : `${ruleLabel(rule).text}: ${state}`;
  const steps = [decides(text, line, certainty), ...losers];
  return { name, state, rule, certainty, origin: line === null ? null : at(line), steps };
}

export const server = (
  name: string,
  tools: readonly EffectiveTool[],
  more: Partial<EffectiveServer> = {},
): EffectiveServer => ({
  name,
  layer: 'managed',
  plugin: null,
  transport: 'http',
  address: `${name}.example.com`,
  active: true,
  reason: null,
  why: null,
  needsSignIn: false,
  certainty: 'documented',
  origin: at(12),
  cause: null,
  unlisted: { state: 'user', rule: noRule, certainty: 'documented', origin: null },
  tools,
  ...more,
});

const handbook = (surface: Surface): EffectiveTool[] => {
  const [cowork, code] = [surface === 'cowork', surface === 'code'];
  const exact = overruled(
    'tag_page: allow',
    20,
    code ? 'In Code a stricter wildcard wins' : 'In Chat any matching ask wins',
  );
  const wild = overruled('tag_*: ask', 19, 'An exact entry wins in Cowork');
  return [
    cowork
      ? tool('tag_page', 'allow', { kind: 'exact', key: 'tag_page' }, 20, 'reading', [wild])
      : tool('tag_page', 'ask', { kind: 'wildcard', key: 'tag_*' }, 19, 'documented', [exact]),
    tool('read_page', code ? 'cc-prompt' : 'allow', { kind: 'wildcard', key: 'read_*' }, 17),
    tool('export_space', code ? 'cc-prompt' : 'user', noRule, null),
    tool('drop_page', 'blocked', { kind: 'wildcard', key: 'drop_*' }, 21),
  ];
};

const defaults = ['Read', 'Glob', 'Grep', 'Task', 'Skill', 'TodoWrite'];
const builtins = (surface: Surface): EffectiveTool[] => [
  tool(
    'Bash',
    surface === 'chat' ? 'absent' : 'removed',
    { kind: surface === 'chat' ? 'surface' : 'disabledBuiltinTools' },
    surface === 'chat' ? null : 5,
  ),
  tool('Edit', 'ask', { kind: 'builtinToolPolicy' }, 6),
  ...defaults.map((name) => tool(name, 'allow', noRule, null)),
];

const servers = (surface: Surface): EffectiveServer[] => [
  server('handbook', handbook(surface)),
  server(
    'review',
    [tool('post_review', 'ask', { kind: 'orgPluginSettings' }, 9, surface === 'chat' ? 'unknown' : 'documented')],
    {
      layer: 'plugin',
      plugin: 'code-reviewer',
      origin: at(3, 'file:///fleet/org-plugins/code-reviewer/.mcp.json'),
    },
  ),
  server('warehouse', [], {
    active: false,
    reason: 'invalid-entry',
    why: 'The URL is http; https is required',
    origin: at(40),
  }),
  server('handbook', [], {
    layer: 'plugin',
    plugin: 'incident-kit',
    active: false,
    reason: 'shadowed-by:managed',
    why: 'Managed server handbook has this name',
    origin: at(4, 'file:///fleet/org-plugins/incident-kit/.mcp.json'),
  }),
];

const on = { isOn: true, why: 'On by default.', certainty: 'documented', origin: null } as const;
const surface = (id: Surface): EffectiveSurface => ({ tab: on, builtinTools: builtins(id), servers: servers(id) });
const lines = Array.from({ length: 60 }, (_, index) => index * width);

/** Three surfaces, two active servers, two inactive ones. */
export const answer: EffectiveAnswer = {
  result: {
    target: { minimumVersion: '1.46388.4', date: '2026-11-21T00:00:00Z', hosts: ['desktop-3p'] },
    source: { kind: 'managed', why: 'policy.json rules; local settings are not read.' },
    config: {},
    plugins: [
      {
        directory: 'code-reviewer',
        active: true,
        reason: null,
        why: null,
        certainty: 'documented',
        origin: null,
        servers: 1,
        modules: [],
        hookEvents: [],
      },
      {
        directory: 'incident-kit',
        active: true,
        reason: null,
        why: null,
        certainty: 'documented',
        origin: null,
        servers: 1,
        modules: [{ path: './guard.js', origin: at(50) }],
        hookEvents: ['PreToolUse'],
      },
    ],
    surfaces: { cowork: surface('cowork'), code: surface('code'), chat: surface('chat') },
    summary,
    reach,
    notes: [
      {
        message: 'No provider key is set; third-party mode is assumed.',
        weight: 'doubt',
        certainty: 'unknown',
        origin: at(1),
      },
    ],
  },
  files: {
    [policy]: { label: 'policy.json', lines },
    'file:///fleet/org-plugins/code-reviewer/.mcp.json': { label: 'org-plugins/code-reviewer/.mcp.json', lines },
    'file:///fleet/org-plugins/incident-kit/.mcp.json': { label: 'org-plugins/incident-kit/.mcp.json', lines },
  },
  sources: { policies: [{ uri: policy, role: 'managed' }], orgPlugins: 'file:///fleet/org-plugins' },
  guesses: [],
  unreadable: [],
  supposed: { added: [], removed: [] },
  tools: {
    handbook: {
      tag_page: { readOnly: false, description: 'Replace the tags of a page' },
      read_page: { readOnly: true },
      drop_page: { destructive: true },
    },
    review: { post_review: { readOnly: false } },
  },
};

/** Returns the answer with `count` more tools of one server, for the limits of the table. */
export function manyTools(count: number): EffectiveAnswer {
  const more = Array.from({ length: count }, (_, index) =>
    tool(`tool_${String(index).padStart(4, '0')}`, 'ask', { kind: 'wildcard', key: '*' }, 30),
  );
  const withMore = (id: Surface): EffectiveSurface => {
    const { servers: known, ...rest } = surface(id);
    return { ...rest, servers: [...known, server('archive', more, { origin: at(29) })] };
  };
  const surfaces = { cowork: withMore('cowork'), code: withMore('code'), chat: withMore('chat') };
  return { ...answer, result: { ...answer.result, surfaces } };
}

/** Returns an answer in the format that is sent to the page. */
export const pack = (shown: EffectiveAnswer): PackedAnswer => ({ ...shown, ...packed(shown.result) });

/** A what-if answer: with another plugin, minimum version and date. */
export const whatIf: EffectiveAnswer = {
  ...answer,
  result: { ...answer.result, target: { ...answer.result.target, minimumVersion: '1.24012.0' } },
  sources: { ...answer.sources, installed: ['code-reviewer'], uninstalled: [], minimumVersion: '1.24012.0' },
  supposed: { added: ['finance-helper'], removed: [] },
};

const noChat: EffectiveSurface = {
  ...surface('chat'),
  tab: {
    isOn: false,
    why: 'Chat is off by default: `chatTabEnabled` is not set.',
    certainty: 'documented',
    origin: null,
  },
};
/** The same with the Chat tab off. */
export const closed: EffectiveAnswer = {
  ...answer,
  result: { ...answer.result, surfaces: { ...answer.result.surfaces, chat: noChat } },
};

/** No policy and no plugins. */
export const nothing: EffectiveAnswer = {
  ...answer,
  result: { ...answer.result, source: { kind: 'none', why: 'No policy is used.' }, plugins: [] },
  sources: {},
};

/** The policy cannot be parsed now. */
export const broken: EffectiveAnswer = {
  ...answer,
  unreadable: [
    {
      uri: policy,
      message: 'A comma is missing after "allow".',
      line: 19,
      around: {
        label: 'policy.json',
        lines: [
          { number: 18, text: '    "tag_*": "ask",' },
          { number: 19, text: '    "read_*": "allow",' },
          { number: 20, text: '    "tag_page": "allow"' },
          { number: 21, text: '    "drop_*": "blocked"' },
          { number: 22, text: '  }' },
        ],
      },
    },
  ],
};
