import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ignore, turnOff } from '../../server/core/features/ignore.ts';
import { mistakes } from '../core/planted.ts';
import { formatSamples } from '../support/formats.ts';
import { base, lintFiles, workspaceOf } from '../support/lint.ts';
import { applyFix } from '../support/page.ts';
import { samples } from '../support/samples.ts';

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
    // A comment for the whole file also suppresses other findings of the rule in it.
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

for (const [path, text] of Object.entries(formatSamples).filter(([name]) => !name.endsWith('.json'))) {
  test(`${path}: every mistake in it can be ignored by a comment`, () => {
    const broken = text.replaceAll('https:', 'http:').replaceAll('vertex', 'vertexx').replaceAll('allow', 'alow');
    const found = lintFiles({ [path]: broken });
    assert.ok(found.length > 2);
    for (const problem of found) {
      const workspace = workspaceOf({ [path]: broken });
      const document = workspace.get(problem.uri);
      assert.ok(document);
      const fix = ignore(workspace, [base], document, problem, reason);
      assert.match(fix?.title ?? '', /^Ignore \S+ (here|in this file), with a reason$/);
      assert.ok(fix?.edits[0] && !fix.edits[0].uri);
      const left = lintFiles(applyFix({ [path]: broken }, problem.uri, fix));
      const count = (all: typeof found, rule: string) => all.filter((each) => each.rule === rule).length;
      assert.ok(count(left, problem.rule) < count(found, problem.rule), `${problem.rule}: ${problem.message}`);
      for (const { rule } of left.filter((each) => each.rule !== problem.rule))
        assert.equal(count(left, rule), count(found, rule), rule);
    }
  });
}

for (const [kind, path, fields] of [
  ['agent', 'org-plugins/p/agents/a.md', 'description: Reviews.\ntools: Read'],
  ['agent', 'org-plugins/p/agents/a.md', '# Written by hand.\n\nna\\we: a\ndescription: Reviews.'],
  ['skill', 'org-plugins/p/skills/a/SKILL.md', 'name: a'],
] as const) {
  test(`a field that ${kind === 'skill' ? 'a skill' : 'an agent'} lacks can be ignored: ${JSON.stringify(fields)}`, () => {
    for (const text of [`---\n${fields}\n---\nDo it.\n`, `---\n${fields}\n---\nDo it.\n`.replaceAll('\n', '\r\n')]) {
      const found = lintFiles({ [path]: text }).filter(({ rule }) => rule.startsWith(`${kind}/missing-`));
      assert.equal(found.length, 1);
      for (const problem of found) {
        const workspace = workspaceOf({ [path]: text });
        const document = workspace.get(problem.uri);
        const fix = document && ignore(workspace, [base], document, problem, reason);
        assert.ok(fix);
        const left = lintFiles(applyFix({ [path]: text }, problem.uri, fix)).map(({ rule }) => rule);
        assert.ok(!left.includes(problem.rule) && !left.includes(`${kind}/unused-suppression`), left.join(', '));
      }
    }
  });
}
