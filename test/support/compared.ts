import { Lines } from '../../server/core/base/text.ts';
import { pullRequestComment } from '../../server/core/diff/comment.ts';
import { compareTools } from '../../server/core/diff/compareTools.ts';
import type { Comparison, Side } from '../../server/core/diff/model.ts';
import { caseInput, caseSyntax } from '../../server/core/effective/caseInput.ts';

const target = { minimumVersion: '1.46388.4', date: '2026-11-21', hosts: ['desktop-3p'] as const };
const uri = 'file:///case.json';

export const sideOf = (input: object): Side & { readonly content: string } => {
  const content = JSON.stringify(input, null, 1);
  return { input: caseInput(uri, caseSyntax.parse(content).root, target), text: () => content, content };
};
export const compare = (old: object, now: object): Comparison => compareTools(sideOf(old), sideOf(now));

export const entry = (toolPolicy?: Record<string, string>, more: object = {}) => ({
  name: 'docs',
  transport: 'http',
  url: 'https://docs.example.com/mcp',
  ...(toolPolicy && { toolPolicy }),
  ...more,
});
export const fleet = (toolPolicy?: Record<string, string>, more: object = {}) => ({
  policy: { managedMcpServers: [entry(toolPolicy, more)] },
});
export const plugin = (
  installationPreference: string,
  mcp: object = { review: { type: 'http', url: 'https://r.example.com' } },
) => ({
  dir: 'reviewer',
  manifest: { name: 'reviewer', installationPreference },
  mcp: { mcpServers: mcp },
});

export const page = (old: object, now: object): string => {
  const [before, after] = [sideOf(old), sideOf(now)];
  const sides = {
    before: { name: 'main', commit: '3f2c1ab9999999999999999999999999999999999' },
    after: { name: 'working tree', commit: null },
    command: 'plugboard diff main',
  };
  return pullRequestComment(compareTools(before, after), sides, ({ range }, side) => ({
    file: 'fleets/fleet.json',
    line: new Lines(side === 'old' ? before.content : after.content).positionAt(range.start).line + 1,
    isLink: side === 'new',
  }));
};
