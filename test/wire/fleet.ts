import { kinds as all } from '../../server/core/kinds/index.ts';
import type { DocumentKind } from '../../server/core/model.ts';
import { json } from '../../server/core/syntax/json/json.ts';

const policy: DocumentKind = {
  id: 'policy',
  title: 'Policy',
  files: ['**/*fleet.json'],
  syntax: json,
  schema: {},
  source: ['plugboard'],
  rules: [],
};

/** The real kinds, with files named `…fleet.json` as policies. */
export const kinds = [policy, ...all.filter(({ id }) => id !== 'policy')];

const manifest = (rest: object = {}) =>
  JSON.stringify({ name: 'x', version: '1.0.0', description: 'x', ...rest }, null, 2);

export const fleet = JSON.stringify(
  {
    inferenceProvider: 'gateway',
    isLocalDevMcpEnabled: false,
    managedMcpServers: [
      {
        name: 'tickets',
        transport: 'http',
        url: 'https://tickets.example.com/mcp',
        toolPolicy: { get_issue: 'allow' },
      },
    ],
  },
  null,
  2,
);

/** A small workspace: one org-plugins folder with a plugin in use, one not installed, and ignored ones. */
export const files: Readonly<Record<string, string>> = {
  'fleet.json': fleet,
  'org-plugins/reviewer/.claude-plugin/plugin.json': manifest({ name: 'reviewer', installationPreference: 'required' }),
  'org-plugins/reviewer/version.json': '{ "version": "2.1.0" }',
  'org-plugins/reviewer/.mcp.json': JSON.stringify({
    mcpServers: {
      review: { type: 'http', url: 'https://review.example.com/mcp' },
      tickets: { type: 'http', url: 'https://other.example.com/mcp' },
      pager: { command: 'pager' },
      sync: { type: 'http' },
    },
  }),
  'org-plugins/reviewer/hooks/hooks.json':
    '{ "hooks": { "SessionStart": [{ "hooks": [{ "type": "command", "command": "true" }] }] } }',
  'org-plugins/reviewer/skills/review-pr/SKILL.md':
    '---\nname: review-pr\ndescription: Reviews a pull request. Use when one is opened.\n---\nLook at it.\n',
  'org-plugins/ledger/.claude-plugin/plugin.json': manifest({ name: 'ledger' }),
  'org-plugins/ledger/.mcp.json': JSON.stringify({
    mcpServers: { books: { type: 'http', url: 'https://books.example.com' } },
  }),
  'org-plugins/sales/readme.md': 'No manifest.\n',
  'org-plugins/dotless/claude-plugin/plugin.json': manifest({ name: 'dotless' }),
  'org-plugins/legal.zip': '',
  'org-plugins/readme.txt': '',
};
