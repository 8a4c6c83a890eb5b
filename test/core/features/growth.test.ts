import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compatibleFixes } from '../../../server/core/base/compatibleFixes.ts';
import type { Fix } from '../../../server/core/base/text.ts';
import type { EffectiveResult, EffectiveServer, EffectiveTool } from '../../../server/core/effective/model.ts';
import { codeLenses } from '../../../server/core/features/codeLenses.ts';
import { inlayHints } from '../../../server/core/features/hints/inlayHints.ts';
import { Identities } from '../../../server/core/features/navigation/symbolIdentity.ts';
import { json } from '../../../server/core/syntax/json/json.ts';
import { type Node, nodeAt, pathOf } from '../../../server/core/syntax/node.ts';
import { FileTable } from '../../../server/core/workspace/fileTable.ts';
import { Roots } from '../../../server/core/workspace/pluginRoots.ts';
import { glance } from './glance.ts';

/** Counts accesses to the name or the definition of an item. */
class Looks {
  count = 0;

  counted<T extends { readonly name: string }>(thing: T): T {
    const note = () => this.count++;
    const counted = { ...thing };
    for (const key of ['name', 'origin']) {
      const value: unknown = Reflect.get(thing, key);
      Object.defineProperty(counted, key, {
        enumerable: true,
        get: () => {
          note();
          return value;
        },
      });
    }
    return counted;
  }

  /** Returns a result in which accesses to servers and their tools are counted. */
  result(result: EffectiveResult): EffectiveResult {
    const surfaces = Object.entries(result.surfaces).map(([surface, found]) => [
      surface,
      found && {
        ...found,
        servers: found.servers.map((server: EffectiveServer) =>
          this.counted({ ...server, tools: server.tools.map((tool: EffectiveTool) => this.counted(tool)) }),
        ),
      },
    ]);
    return { ...result, surfaces: Object.fromEntries(surfaces) };
  }
}

const size = 500;
const servers = Array.from({ length: size }, (_, i) => ({
  name: `s${i}`,
  transport: 'http',
  url: i % 2 === 0 ? `https://s${i}.example.com/mcp` : `http://s${i}.example.com/mcp`,
  toolPolicy: { read: 'ask' },
}));
const fleet = {
  'fleet.json': JSON.stringify({ inferenceProvider: 'vertex', managedMcpServers: servers }),
  'org-plugins/harbour/agents/pilot.md': `---\nname: pilot\ndescription: P.\ntools: ${servers.map(({ name }) => `mcp__${name}__read`).join(', ')}\n---\n`,
};

const twins = {
  'fleet.json': JSON.stringify({
    inferenceProvider: 'vertex',
    managedMcpServers: servers.map((server) => ({ ...server, name: 'twin' })),
  }),
};

for (const [title, files] of Object.entries({ 'many servers': fleet, 'servers of one name': twins })) {
  test(`lenses and hints of ${title} look at each of them a few times`, () => {
    const { workspace, result, document } = glance(files);
    for (const path of Object.keys(files)) {
      const looks = new Looks();
      const counted = looks.result(result);
      const lenses = [...codeLenses(document(path), workspace, () => counted)];
      const whole = { start: 0, end: document(path).text.length };
      const context = { workspace, effective: () => counted, tools: new Map(), sizes: new Map() };
      const hints = inlayHints(document(path), whole, context);
      assert.ok(lenses.length + hints.length >= size / 2, `${lenses.length} lenses, ${hints.length} hints`);
      assert.ok(looks.count <= 60 * size, `${looks.count} looks at ${path}`);
    }
  });
}

test('fixes of many findings are compared with their neighbours only', () => {
  let looks = 0;
  const at = (start: number) => ({
    get start() {
      looks++;
      return start;
    },
    end: start + 1,
  });
  const count = 4_000;
  const diagnostics = Array.from({ length: count }, (_, i) => {
    const fix: Fix = { title: 'Mend', edits: [{ range: at(((i * 7) % count) * 2), newText: 'x' }], inFixAll: true };
    return { uri: 'file:///a', fixes: [fix] };
  });
  assert.equal(compatibleFixes(diagnostics, () => true).length, count);
  assert.ok(looks <= 80 * count, `${looks} looks`);
});

test('of fixes that overlap the first is taken; insertions at one place overlap, too', () => {
  const fix = (...ranges: [number, number][]) => ({
    uri: 'file:///a',
    fixes: [
      { title: 'x', inFixAll: true, edits: ranges.map(([start, end]) => ({ range: { start, end }, newText: '' })) },
    ],
  });
  const all = [
    fix([5, 9]),
    fix([8, 12]),
    fix([12, 12]),
    fix([12, 14]),
    fix([0, 5]),
    fix([1, 2], [20, 21]),
    fix([20, 21]),
  ];
  const taken = compatibleFixes(all, () => true).map(({ fix: { edits } }) => edits.map(({ range }) => range.start));
  assert.deepEqual(taken, [[5], [12], [0], [20]]);
});

test('the way to an item of a long list is found without a look at the others', () => {
  const { root } = json.parse(JSON.stringify({ a: Array.from({ length: 100 }, (_, i) => i) }));
  for (const index of [0, 15, 16, 99]) {
    const node = nodeAt(root, ['a', index]) as Node;
    assert.deepEqual(pathOf(node), ['a', index]);
  }
});

test('the server of a joined name is found without a look at the other servers', () => {
  let looks = 0;
  const definitions = Array.from({ length: size }, (_, i) => ({
    uri: `file:///w/org-plugins/p${i}/.mcp.json`,
    get reference() {
      looks++;
      const of = { layer: 'plugin', plugin: `p${i}` } as const;
      return { symbolType: 'server', name: `s${i}`, range: { start: 0, end: 2 }, defines: true, of } as const;
    },
  }));
  const identities = new Identities(new Roots(new FileTable()), definitions);
  for (let i = 0; i < size; i++) {
    assert.deepEqual(identities.joined('file:///w/a.md', `p${i}_s${i}`), { plugin: `p${i}`, server: `s${i}` });
  }
  assert.ok(looks <= 10 * size, `${looks} looks`);
});
