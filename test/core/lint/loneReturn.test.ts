import assert from 'node:assert/strict';
import test from 'node:test';
import { applyEdits } from '../../../server/core/base/text.ts';
import { Linter } from '../../../server/core/lint/linter.ts';
import { breakOf } from '../../../server/core/syntax/syntax.ts';
import { parse } from '../../../server/core/workspace/parse.ts';
import { base, settings, workspaceOf } from '../../support/lint.ts';

const path = 'kit/output-styles/plain.md';
const returns = ['\r', ' \r', '\r ', '\r\r', '\t\r', '\r\n ', '\r\n  \r'];
const values = ['true', '"true"', 'yes', "'yes'", 'True', 'yes # a', '1', '- true', '[yes]', '|\n  yes'];

/** Returns a style with the given text at each of four places around and in the value. */
const texts = (value: string, odd: string): string[] =>
  [0, 1, 2, 3].map((place) => {
    const [name, colon, inside, end] = ['', ' ', '', ''].map((text, i) => (i === place ? odd : text));
    const line = `keep-coding-instructions${name}:${colon}${value.slice(0, 2)}${inside}${value.slice(2)}${end}`;
    return `---\nname: Plain\n${line}\ndescription: Plain words\n---\nWrite.\n`;
  });

test('a fix of a value beside a carriage return changes it, and keeps the front matter readable', () => {
  let fixes = 0;
  for (const before of values.flatMap((value) => returns.flatMap((odd) => texts(value, odd)))) {
    const workspace = workspaceOf({ [path]: before, 'kit/.claude-plugin/plugin.json': '{ "name": "kit" }' });
    const document = workspace.get(`${base}/${path}`);
    assert.ok(document);
    const isBroken = breakOf(parse(document)) !== undefined;
    for (const { fixes: own = [] } of new Linter(workspace, () => settings).all().get(`${base}/${path}`) ?? []) {
      for (const fix of own) {
        const after = applyEdits(before, fix.edits);
        const fixed = workspace.set(`${base}/${path}`, after, { isEdited: true });
        assert.notEqual(after, before);
        assert.ok(isBroken || !fixed || !breakOf(parse(fixed)), JSON.stringify([before, after]));
        workspace.set(`${base}/${path}`, before, { isEdited: true });
        fixes++;
      }
    }
  }
  assert.ok(fixes > 50, String(fixes));
});
