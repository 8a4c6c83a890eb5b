import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ignore, turnOff } from '../../../server/core/features/ignore.ts';
import { base, lintFiles, workspaceOf } from '../../support/lint.ts';
import { applyFix } from '../../support/page.ts';
import { samples } from '../../support/samples.ts';
import { mistakes } from '../planted.ts';

const reason = 'The vendor’s tool wants it -- for now: so it stays.';

for (const mistake of mistakes) {
  const planted = { ...samples, [mistake.in]: (samples[mistake.in] ?? '').replace(mistake.replace, () => mistake.by) };
  const found = lintFiles(planted);
  const [problem] = found.filter(({ rule }) => rule === mistake.rule);

  test(`${mistake.title}: once it is ignored, nothing else changes`, () => {
    const workspace = workspaceOf(planted);
    const document = problem && workspace.get(problem.uri);
    assert.ok(problem && document);
    const fix = ignore(workspace, [base], document, problem, reason);
    assert.ok(fix, 'it cannot be ignored');
    const left = lintFiles(applyFix(planted, problem.uri, fix));
    const of = ({ rule, uri }: { rule: string; uri: string }) => `${rule} ${uri}`;
    // A comment of the whole file leaves out what the same rule finds elsewhere in it.
    const others = found.filter(({ rule, uri }) => rule !== problem.rule || uri !== problem.uri).map(of);
    const rest = left.map(of).filter((each) => each !== of(problem));
    assert.deepEqual(rest.sort(), others.sort());
    assert.ok(
      left.filter((each) => of(each) === of(problem)).length < found.filter((each) => of(each) === of(problem)).length,
    );
  });

  test(`${mistake.title}: its rule can be turned off`, () => {
    assert.ok(problem);
    const fix = turnOff(workspaceOf(planted), [base], problem.rule);
    assert.ok(fix);
    const text = applyFix(planted, problem.uri, fix)['.plugboard.json'] ?? '';
    assert.deepEqual(JSON.parse(text), { rules: { [problem.rule]: 'off' } });
  });
}
