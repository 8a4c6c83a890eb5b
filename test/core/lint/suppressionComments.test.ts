import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyEdits, type Diagnostic } from '../../../server/core/base/text.ts';
import { join } from '../../../server/core/base/uri.ts';
import { complete } from '../../../server/core/features/completion/complete.ts';
import { rulesById } from '../../../server/core/lint/builtinRules.ts';
import { Suppressor } from '../../../server/core/lint/suppressions/suppressor.ts';
import { viewOf } from '../../../server/core/lint/workspaceView.ts';
import type { Suppression } from '../../../server/core/suppression.ts';
import { base, lintFiles, settings, workspaceOf } from '../../support/lint.ts';
import { manifest, only, rulesIn, textAt } from './suppressionFindings.ts';

const skill = 'org-plugins/pilot/skills/steer/SKILL.md';
/** A skill with a misspelled `user-invokable`, with comments where the test needs them. */
const markdown = ({ top = '', above = '', behind = '' }) => `---
${top}name: steer
description: Steers the ship through the harbour. Use it when a berth is assigned. # no plugboard-ignore here
${above}user-invokable: false${behind}
---

# Steer
`;
const lintSkill = (text: string) => lintFiles({ ...manifest, [skill]: text });

test('a comment of front matter leaves out what is found in the next line, in its own, or in the file', () => {
  assert.deepEqual(rulesIn(lintSkill(markdown({}))), ['skill/near-miss-key']);
  const word = '# plugboard-ignore skill/near-miss-key: the vendor spells it so';
  assert.deepEqual(rulesIn(lintSkill(markdown({ above: `${word}\n` }))), []);
  assert.deepEqual(rulesIn(lintSkill(markdown({ above: `${word}\n# more of it\n\n` }))), []);
  assert.deepEqual(rulesIn(lintSkill(markdown({ behind: ` ${word}` }))), []);
  assert.deepEqual(rulesIn(lintSkill(markdown({ top: `${word.replace('ignore', 'ignore-file')}\n` }))), []);
  assert.deepEqual(rulesIn(lintSkill(markdown({ above: `${word}\n` }).replaceAll('\n', '\r\n'))), []);
});

test('a comment elsewhere leaves nothing out and is unused; its fix takes its line', () => {
  const text = markdown({ top: '# plugboard-ignore skill/near-miss-key: not here\n' });
  const found = lintSkill(text);
  assert.deepEqual(rulesIn(found), ['skill/unused-suppression', 'skill/near-miss-key']);
  assert.equal(textAt(text, found[0] as Diagnostic), '# plugboard-ignore skill/near-miss-key: not here');
  assert.equal(applyEdits(text, found[0]?.fixes?.[0]?.edits ?? []), markdown({}));

  const behind = markdown({}).replace('no plugboard-ignore here', 'plugboard-ignore skill/name-form, skill/schema: no');
  const [unused] = lintSkill(behind);
  assert.equal(unused?.rule, 'skill/unused-suppression');
  assert.equal(
    applyEdits(behind, unused?.fixes?.[0]?.edits ?? []),
    markdown({}).replace(' # no plugboard-ignore here', ''),
  );
});

test('one of several rules of a comment goes alone', () => {
  const ids = 'skill/name-form, skill/near-miss-key';
  const text = markdown({ above: `# plugboard-ignore ${ids}: so it is\n` });
  const unused = only(lintSkill(text));
  assert.equal(textAt(text, unused), 'skill/name-form');
  assert.equal(applyEdits(text, unused.fixes?.[0]?.edits ?? []), text.replace(ids, 'skill/near-miss-key'));
});

test('a comment needs a rule that there is, and a reason', () => {
  const badIn = (comment: string) => {
    const text = markdown({ above: `# ${comment}\n` });
    const bad = lintSkill(text).filter(({ rule }) => rule === 'skill/bad-suppression');
    return textAt(text, only(bad));
  };
  assert.equal(badIn('plugboard-ignore'), '# plugboard-ignore');
  assert.equal(badIn('plugboard-ignore because I say so'), '# plugboard-ignore because I say so');
  assert.equal(badIn('plugboard-ignore skill/near-miss-key'), 'skill/near-miss-key');
  assert.equal(badIn('plugboard-ignore skill/near-miss-key: why?'), 'why?');
  assert.equal(badIn('plugboard-ignore skill/near-mis-key: so it is'), 'skill/near-mis-key');
});

test('what only looks like a comment is none', () => {
  for (const value of [
    '"x # plugboard-ignore-file skill/*: no"',
    "'# plugboard-ignore-file skill/*: no'",
    'a#plugboard-ignore-file skill/*',
    '|\n  # plugboard-ignore-file skill/*: no',
  ])
    assert.deepEqual(rulesIn(lintSkill(markdown({ top: `license: ${value}\n` }))), ['skill/near-miss-key'], value);
  const body = `${markdown({})}# plugboard-ignore-file skill/near-miss-key: no\n`;
  assert.deepEqual(rulesIn(lintSkill(body)), ['skill/near-miss-key']);
});

const url = 'inferenceGatewayBaseUrl';
const profile = (comment: string) => `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
  <key>inferenceProvider</key>
  <string>gateway</string>
  <key>inferenceGatewayApiKey</key>
  <string>{{GATEWAY_KEY}}</string>
${comment}  <key>${url}</key>
  <string>http://gateway.example.com</string>
</dict>
</plist>
`;
const registry = (comment: string) => `Windows Registry Editor Version 5.00

[HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Claude]
"inferenceProvider"="gateway"
"inferenceGatewayApiKey"="{{GATEWAY_KEY}}"
${comment}"${url}"="http://gateway.example.com"
`;

for (const [file, write, comment] of [
  ['com.anthropic.claudefordesktop.plist', profile, (said: string) => `  <!-- ${said} -->\n`],
  ['claude.reg', registry, (said: string) => `; ${said}\n`],
] as const) {
  test(`a comment of ${file} leaves out what is found at the next key`, () => {
    const [plain, ...others] = lintFiles({ [file]: write('') }).filter(({ severity }) => severity !== 'hint');
    assert.ok(plain);
    assert.deepEqual(rulesIn(others), []);
    const left = lintFiles({ [file]: write(comment(`plugboard-ignore ${plain.rule}: the lab`)) });
    assert.deepEqual(rulesIn(left.filter(({ severity }) => severity !== 'hint')), []);
    assert.ok(!rulesIn(left).includes('policy/unused-suppression'));
  });
}

test('in a comment its words are completed, then the rules, and the reason is left alone', () => {
  const offered = (comment: string) => {
    const text = markdown({ above: `# ${comment}\n` });
    const workspace = workspaceOf({ ...manifest, [skill]: text });
    const document = workspace.get(`${base}/${skill}`);
    assert.ok(document);
    const context = { target: settings.target, workspace: viewOf(workspace, new Set()) };
    const place = text.lastIndexOf(comment) + comment.length;
    return complete(document, place, context).map(
      ({ label, range }) => `${label} for ${text.slice(range.start, range.end)}`,
    );
  };
  assert.deepEqual(offered('plug'), ['plugboard-ignore for plug', 'plugboard-ignore-file for plug']);
  for (const before of ['', 'skill/name-form, ']) {
    const rules = offered(`plugboard-ignore ${before}skill/na`);
    assert.ok(rules.includes('skill/name-form for skill/na'), before);
    // A skill may contain hooks, to which the rules of hooks apply.
    assert.ok(rules.every((label) => /^(skill|hooks)\//.test(label)));
    assert.ok(offered(`plugboard-ignore ${before}`).includes('skill/name-form for '));
  }
  assert.deepEqual(offered('plugboard-ignore skill/name-form: the'), []);
  assert.deepEqual(offered('some words'), []);
});

test('each finding is compared with the comments around it only', () => {
  const size = 1_000;
  let looks = 0;
  const suppressions = Array.from(
    { length: size },
    (_, i): Suppression => ({
      range: { start: i * 10, end: i * 10 + 1 },
      rules: [{ id: 'skill/name-form', range: { start: 0, end: 0 } }],
      reason: `${i}`,
      target: { start: i * 10 + 5, end: i * 10 + 8 },
      remove: { range: { start: 0, end: 0 }, newText: '' },
    }),
  );
  for (const suppression of suppressions) {
    const { rules } = suppression;
    Object.defineProperty(suppression, 'rules', {
      get: () => {
        looks++;
        return rules;
      },
    });
  }
  const workspace = workspaceOf({ [skill]: markdown({}) });
  const document = workspace.get(join(base, skill));
  assert.ok(document);
  const kind = {
    ...document.kind,
    suppressions: { read: () => suppressions, add: () => undefined, turnOff: () => undefined, name: '', empty: '' },
  };
  const found = suppressions.map((_, i): Diagnostic => {
    const range = { start: i * 10 + 6, end: i * 10 + 7 };
    return { uri: document.uri, rule: 'skill/name-form', severity: 'info', message: '', range };
  });
  const suppressor = new Suppressor();
  const judgement = { rules: rulesById(workspace.kinds), levels: {}, isSettled: true };
  assert.deepEqual(suppressor.apply({ ...document, kind }, found, judgement), []);
  assert.deepEqual(
    suppressor.left.map(({ reason }) => Number(reason)),
    [...found.keys()],
  );
  assert.ok(looks <= 20 * size, `${looks} looks`);
});
