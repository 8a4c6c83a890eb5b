import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyEdits } from '../../../server/core/base/text.ts';
import { colors, hasColors, presentColor } from '../../../server/core/features/colors.ts';
import { kinds } from '../../../server/core/kinds/index.ts';
import { base, workspaceOf } from '../../support/lint.ts';

function documentOf(text: string, name = 'policy.json') {
  const document = workspaceOf({ [name]: text }).get(`${base}/${name}`);
  assert.ok(document, 'the file is one of ours');
  return document;
}

const banner = (rest: string) => `{ "inferenceProvider": "gateway", "banner": { ${rest} } }`;

test('the colours of the banner are found, and nothing else that looks like one', () => {
  const text = banner('"text": "#123456", "backgroundColor": "#F5f500", "textColor": "#000000"');
  const found = colors(documentOf(text)).map(({ range, color }) => [text.slice(range.start, range.end), color]);
  assert.deepEqual(found, [
    ['#F5f500', { red: 245, green: 245, blue: 0 }],
    ['#000000', { red: 0, green: 0, blue: 0 }],
  ]);
});

test('words, short forms and half-typed texts are no colours', () => {
  for (const value of ['"red"', '"#fff"', '"#F5F5F"', '"#F5F5F5F5"', '5', 'null', '"', '{}', '']) {
    assert.deepEqual(colors(documentOf(banner(`"backgroundColor": ${value}`))), [], value);
  }
});

test('a colour is written in the place of the one that is there', () => {
  const text = banner('"backgroundColor": "#F5F5F5"');
  const document = documentOf(text);
  const [place] = colors(document);
  assert.ok(place);
  const color = { red: 0, green: 10, blue: 255 };
  const shown = presentColor(document, place.range, color);
  assert.equal(shown?.label, '#000aff');
  assert.equal(applyEdits(text, [shown.edit]), banner('"backgroundColor": "#000aff"'));
  // The editor continues with the range that it has edited.
  assert.deepEqual(presentColor(document, shown.edit.range, color), shown);
  assert.equal(presentColor(document, { start: 0, end: 0 }, color), undefined);
});

test('a colour inside a JSON text is found and changed there', () => {
  const text = JSON.stringify({ inferenceProvider: 'gateway', banner: '{"textColor":"#00ff00"}' });
  const document = documentOf(text);
  const [place] = colors(document);
  assert.ok(place);
  assert.equal(text.slice(place.range.start, place.range.end), '#00ff00');
  const shown = presentColor(document, place.range, { red: 1, green: 2, blue: 3 });
  assert.equal(shown && applyEdits(text, [shown.edit]), text.replace('#00ff00', '#010203'));
});

test('a colour is changed in the way of its file', () => {
  const files = {
    'claude.mobileconfig': `<?xml version="1.0"?>
<plist version="1.0"><dict>
  <key>inferenceProvider</key><string>gateway</string>
  <key>banner</key><string>{&quot;text&quot;: &quot;A &amp;amp; B&quot;, "backgroundColor": &quot;#1e66f5&quot;}</string>
</dict></plist>
`,
    'native.plist': `<?xml version="1.0"?>
<plist version="1.0"><dict>
  <key>inferenceProvider</key><string>gateway</string>
  <key>banner</key><dict><key>textColor</key><string>#1e66f5</string></dict>
</dict></plist>
`,
    'claude.reg': `Windows Registry Editor Version 5.00\r\n
[HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Claude]\r
"banner"="{\\"enabled\\":true,\\"backgroundColor\\":\\"#1e66f5\\"}"\r\n`,
  };
  for (const [name, text] of Object.entries(files)) {
    const document = documentOf(text, name);
    const [place] = colors(document);
    assert.ok(place, name);
    assert.equal(text.slice(place.range.start, place.range.end), '#1e66f5');
    const shown = presentColor(document, place.range, { red: 1, green: 2, blue: 3 });
    assert.equal(shown && applyEdits(text, [shown.edit]), text.replace('#1e66f5', '#010203'));
    assert.deepEqual(shown && presentColor(document, shown.edit.range, { red: 1, green: 2, blue: 3 }), shown);
  }
});

test('only policies and themes hold colours', () => {
  assert.deepEqual(
    kinds.filter(hasColors).map(({ id }) => id),
    ['theme', 'policy'],
  );
});
