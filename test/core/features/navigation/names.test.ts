import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Names, namesOf } from '../../../../server/core/features/navigation/names.ts';
import type { Workspace } from '../../../../server/core/workspace/workspace.ts';
import { base } from '../../../support/lint.ts';
import { fleet, openFleet } from './fleet.ts';

const told = (names: Names, workspace: Workspace): string[] =>
  [...workspace.all()].flatMap(({ uri }) =>
    names.of(uri).map(({ reference: { name, range }, symbols }) => `${uri} ${range.start} ${name} ${symbols}`),
  );

test('names that are kept over changes are those of a new look', () => {
  const workspace = openFleet();
  const texts = { ...fleet };
  const agent = 'org-plugins/harbour/agents/pilot.md';
  const changes: [path: string, from: string, to: string][] = [
    [agent, 'Ask', 'Well, ask'],
    [agent, '/read-tides first', '/read-tides last, then /harbour:arrival'],
    ['fleet.json', '"tides"', '"tide"'],
    ['org-plugins/harbour/.mcp.json', '"tides"', '"tide"'],
    ['org-plugins/cranes/.claude-plugin/plugin.json', 'cranes', 'lifts'],
    ['fleet.json', '"name": "tickets"', '"name": "issues"'],
    ['org-plugins/yard/agents/pilot.md', 'name: pilot', 'name: driver'],
    [agent, 'name: pilot', 'name: captain'],
  ];
  for (const [path, from, to] of changes) {
    texts[path] = texts[path]?.replace(from, to) ?? '';
    workspace.set(`${base}/${path}`, texts[path]);
    assert.deepEqual(told(namesOf(workspace), workspace), told(new Names(workspace), workspace), `${path} ${to}`);
  }
  workspace.set(`${base}/org-plugins/harbour/agents/mate.md`, '---\nname: mate\n---\n@agent-captain');
  assert.deepEqual(told(namesOf(workspace), workspace), told(new Names(workspace), workspace));
  workspace.delete(`${base}/${agent}`);
  assert.deepEqual(told(namesOf(workspace), workspace), told(new Names(workspace), workspace));
});
