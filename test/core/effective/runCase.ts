import assert from 'node:assert/strict';
import { caseInput, caseSyntax } from '../../../server/core/effective/caseInput.ts';
import { effective } from '../../../server/core/effective/effective.ts';
import type {
  EffectiveResult,
  EffectiveServer,
  EffectiveTool,
  Surface,
  ToolRule,
} from '../../../server/core/effective/model.ts';
import { ruleId } from '../../../server/core/effective/toContract.ts';

/** The expected result of a case: servers by name, `plugin:server`, `plugin:DIR`, `builtin`, `config`, and words of messages. */
export type Expectation = Readonly<Record<string, unknown>>;

export interface Case {
  readonly id: string;
  readonly surface?: string;
  readonly expect: Expectation;
}

const target = { minimumVersion: '1.46388.4', date: '2026-09-15', hosts: ['desktop-3p'] as const };

/** Evaluates a case as a file that contains only this case. */
export function evaluate(input: object): { result: EffectiveResult; text: string } {
  const text = JSON.stringify(input, null, 1);
  return { result: effective(caseInput('file:///case.json', caseSyntax.parse(text).root, target)), text };
}

type Row = readonly [string, string, string?];
/** In the JSON of the command line it is already a string. */
const idOf = (rule: ToolRule | string): string => (typeof rule === 'string' ? rule : ruleId(rule));
const words = new Set(['note', 'diagnostic', 'notes']);

/** Compares a result with the expectation of its case. @throws AssertionError that names the case. */
export function compare(result: EffectiveResult, { id, surface, expect }: Case): void {
  const on = result.surfaces[(surface ?? 'cowork') as Surface];
  assert.ok(on, id);
  for (const [key, expected] of Object.entries(expect)) {
    if (words.has(key)) continue;
    const fields = expected as Record<string, unknown>;
    if (key === 'builtin') {
      for (const [name, row] of Object.entries(fields)) {
        const tool: EffectiveTool | undefined = on.builtinTools.find((t) => t.name === name);
        compareTool(tool, row as Row, `${id}: ${name}`);
      }
    } else if (key === 'config') {
      for (const [name, value] of Object.entries(fields))
        assert.deepEqual(result.config[name]?.value ?? null, value, `${id}: ${name}`);
    } else if (key.startsWith('plugin:')) {
      const plugin = result.plugins.find(({ directory }) => key === `plugin:${directory}`);
      assert.ok(plugin, `${id}: ${key}`);
      for (const [name, value] of Object.entries(fields)) {
        if (!words.has(name)) assert.deepEqual(plugin[name as keyof typeof plugin], value, `${id}: ${key}.${name}`);
      }
    } else compareServer(serverOf(on.servers, key), fields, `${id}: ${key}`);
  }
}

/** Compares state and rule, and the certainty if the case has one. */
function compareTool(tool: EffectiveTool | undefined, row: Row, what: string): void {
  const is = [tool?.state, tool && idOf(tool.rule), tool?.certainty];
  assert.deepEqual(is.slice(0, row.length), row, what);
}

/** Returns a server by name, or by `plugin:name` for a plugin's. */
function serverOf(servers: readonly EffectiveServer[], key: string): EffectiveServer | undefined {
  const named = servers.find(({ name }) => name === key);
  return named ?? servers.find(({ name, plugin }) => `${plugin}:${name}` === key);
}

function compareServer(server: EffectiveServer | undefined, fields: Record<string, unknown>, what: string): void {
  assert.ok(server, what);
  for (const [name, value] of Object.entries(fields)) {
    if (name === 'unlisted')
      assert.deepEqual([server.unlisted.state, idOf(server.unlisted.rule)], value, `${what}.unlisted`);
    else if (name === 'tools') {
      for (const [tool, row] of Object.entries(value as Record<string, Row>)) {
        const found: EffectiveTool | undefined = server.tools.find((t) => t.name === tool);
        compareTool(found, row, `${what}.${tool}`);
      }
    } else assert.deepEqual(server[name as keyof EffectiveServer], value, `${what}.${name}`);
  }
}
