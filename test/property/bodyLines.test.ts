import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { bodyLines } from '../../server/core/kinds/markdown/body.ts';
import skill from '../../server/core/kinds/skill/index.ts';
import { random } from '../support/property.ts';

test('the lines of a body are those between its line breaks', (t) => {
  const pieces = fc.constantFrom('\r', '\n', '\r\n', 'a', '---', '\u2028', '```', '');
  fc.assert(
    fc.property(
      fc.array(pieces).map((all) => all.join('')),
      fc.boolean(),
      (body, hasFields) => {
        const front = hasFields ? '---\nname: a\n---\n' : '';
        const text = front + (hasFields ? body : `x${body}`);
        const lines = bodyLines({ uri: 'file:///s/SKILL.md', text, kind: skill });
        assert.deepEqual(
          lines.map(({ text }) => text),
          text.slice(front.length).split(/\r\n|\r|\n/),
        );
        for (const line of lines) assert.equal(text.slice(line.start, line.start + line.text.length), line.text);
      },
    ),
    random(t, 500),
  );
});
