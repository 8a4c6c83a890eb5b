import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Lines } from '../../../server/core/base/text.ts';
import { caseInput } from '../../../server/core/effective/caseInput.ts';
import { effective } from '../../../server/core/effective/effective.ts';
import type { EffectiveResult, EffectiveTool, Origin, Surface } from '../../../server/core/effective/model.ts';
import { ruleId } from '../../../server/core/effective/toContract.ts';
import { json } from '../../../server/core/syntax/json/json.ts';
import { compareReach, type ExpectedLines } from '../../support/reachCase.ts';
import claudeCode from './claudeCodeCases.json';
import { evaluate } from './runCase.ts';
import whole from './wholeCases.json';

/**
 * What holds for a tool (`server/tool`, or the name of a built-in tool), for the other tools of a server (`server/*`), or for a
 * server: its state (`on`, or the reason why it is off), and words of the line that decides; null: no line does.
 */
type Row = readonly [state: string, line?: string | null, rule?: string | null, certainty?: string];
interface WholeCase {
  readonly id: string;
  readonly expect?: Readonly<Partial<Record<Surface, Readonly<Record<string, Row>>>>>;
  readonly reach?: ExpectedLines;
  readonly notes?: readonly string[];
}

type Decided = Pick<EffectiveTool, 'state' | 'rule' | 'origin' | 'certainty'>;

/** Returns the state, origin and rule of what a row names. */
function found(
  result: EffectiveResult,
  surface: Surface,
  name: string,
): { state: string; origin: Origin | null; certainty: string; rule?: string } {
  const on = result.surfaces[surface];
  const ofTool = (tool: Decided | undefined) => {
    assert.ok(tool, `${surface}: ${name} is missing`);
    return { state: tool.state, origin: tool.origin, certainty: tool.certainty, rule: ruleId(tool.rule) };
  };
  const builtin = on?.builtinTools.find((tool) => tool.name === name);
  if (builtin) return ofTool(builtin);
  const [server = '', ...rest] = name.split('/');
  const tool = rest.join('/');
  const all =
    on?.servers.filter((each) => each.name === server || `${each.plugin ?? each.layer}:${each.name}` === server) ?? [];
  const one = all.find(({ active }) => active) ?? all[0];
  assert.ok(one, `${surface}: ${name} is missing`);
  if (rest.length === 0) {
    const { active, reason, origin, cause, certainty } = one;
    return { state: active ? 'on' : (reason ?? ''), origin: active ? origin : cause, certainty };
  }
  return ofTool(tool === '*' ? one.unlisted : one.tools.find((each) => each.name === tool));
}

for (const one of [...claudeCode.cases, ...whole.cases] as unknown as readonly WholeCase[]) {
  test(`whole: ${one.id}`, () => {
    const { result, text } = evaluate(one);
    const lines = new Lines(text);
    const lineAt = ({ range }: Origin) => text.split('\n')[lines.positionAt(range.start).line] ?? '';
    for (const [surface, rows] of Object.entries(one.expect ?? {})) {
      for (const [name, [state, line, rule, certainty]] of Object.entries(rows)) {
        const what = `${one.id}: ${name} in ${surface}`;
        const is = found(result, surface as Surface, name);
        assert.equal(is.state, state, what);
        if (line === null) assert.equal(is.origin, null, what);
        else if (line !== undefined)
          assert.ok(is.origin && lineAt(is.origin).includes(line), `${what}: ${is.origin && lineAt(is.origin)}`);
        if (rule) assert.equal(is.rule, rule, what);
        if (certainty !== undefined) assert.equal(is.certainty, certainty, what);
      }
    }
    if (one.reach) compareReach(one.id, result, one.reach);
    const told = result.notes.map(({ message }) => message).join('\n');
    for (const words of one.notes ?? [])
      assert.ok(told.includes(words), `${one.id}: no note says “${words}”:\n${told}`);
  });
}

test('settings of Claude Code that cannot be parsed are lost, and said to be', () => {
  const input = caseInput('file:///case.json', undefined, {
    minimumVersion: '1.46388.4',
    date: '2026-11-21',
    hosts: ['desktop-3p'],
  });
  const text = '{ "permissions": { "deny": ["Bash"] ';
  const { root } = json.parse(text);
  const settings = { uri: 'file:///managed-settings.json', root, broken: { start: text.length, end: text.length } };
  const { summary, surfaces } = effective({ ...input, claudeCode: { settings } });
  const lost = summary
    .find(({ id }) => id === 'lost')
    ?.items.map(({ message }) => message)
    .join(' ');
  assert.match(lost ?? '', /managed settings cannot be parsed: from app 1\.46388\.1 on, no session of Code starts/);
  assert.equal(surfaces.code?.builtinTools.find(({ name }) => name === 'Bash')?.state, 'removed');
});
