import assert from 'node:assert/strict';
import { test } from 'node:test';
import { convert } from '../../../server/core/policy/convert/convertPolicy.ts';
import type { PolicyFormat } from '../../../server/core/policy/convert/policyFormat.ts';

const options = {};

test('what a person wrote comes out in the documented encodings', () => {
  const text = `{
    "inferenceProvider": "anthropic",
    "isLocalDevMcpEnabled": "FALSE",
    "autoUpdaterEnforcementHours": "24",
    "disabledBuiltinTools": "[\\"WebSearch\\"]",
    "organizationInstructions": "Say \\"please\\" & <thanks>"
  }`;
  assert.equal(
    convert(text, 'json', options).text,
    `{
  "inferenceProvider": "anthropic",
  "isLocalDevMcpEnabled": false,
  "autoUpdaterEnforcementHours": 24,
  "disabledBuiltinTools": [
    "WebSearch"
  ],
  "organizationInstructions": "Say \\"please\\" & <thanks>"
}
`,
  );
  assert.match(convert(text, 'plist', options).text, /<key>isLocalDevMcpEnabled<\/key>\n\t<string>false<\/string>/);
  assert.match(convert(text, 'mobileconfig', options).text, /<string>Say "please" &amp; &lt;thanks&gt;<\/string>/);
  const { text: reg, encoding } = convert(text, 'reg', options);
  assert.equal(encoding, 'utf-16le');
  assert.equal(
    reg,
    [
      'Windows Registry Editor Version 5.00',
      '',
      '[HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Claude]',
      '"inferenceProvider"="anthropic"',
      '"isLocalDevMcpEnabled"="false"',
      '"autoUpdaterEnforcementHours"="24"',
      '"disabledBuiltinTools"="[\\"WebSearch\\"]"',
      '"organizationInstructions"="Say \\"please\\" & <thanks>"',
      '',
      '',
    ].join('\r\n'),
  );
});

test('the UUIDs of a profile come from its identifier', () => {
  const profile = (identifier: string) =>
    convert('{"isLocalDevMcpEnabled": true}', 'mobileconfig', { ...options, identifier }).text;
  const uuids = (text: string) =>
    [...text.matchAll(/<key>PayloadUUID<\/key>\s*<string>([^<]*)</g)].map(([, uuid]) => uuid);
  assert.equal(profile('example.harbour'), profile('example.harbour'));
  const [first, second] = uuids(profile('example.harbour'));
  assert.match(first ?? '', /^[0-9A-F]{8}-[0-9A-F]{4}-5[0-9A-F]{3}-[89AB][0-9A-F]{3}-[0-9A-F]{12}$/);
  assert.notEqual(first, second);
  assert.notDeepEqual(uuids(profile('example.harbour')), uuids(profile('example.other')));
});

test('a profile keeps its identifier, and says what it leaves out', () => {
  const profile = convert('{"isLocalDevMcpEnabled": true}', 'mobileconfig', {
    ...options,
    identifier: 'example.harbour',
  }).text;
  const withOther = profile.replace(
    '</array>',
    '<dict><key>PayloadType</key><string>com.example.other</string></dict></array>',
  );
  const again = convert(withOther, 'mobileconfig', options);
  assert.equal(again.text, profile);
  assert.deepEqual(again.warnings, ['One payload for other apps left out.']);
});

test('what a format cannot hold is refused, not bent', () => {
  const refused = (policy: object, to: PolicyFormat, reason: RegExp) =>
    assert.throws(() => convert(JSON.stringify({ isLocalDevMcpEnabled: true, ...policy }), to, options), reason);
  refused({ organizationInstructions: 'a\u0001b' }, 'plist', /organizationInstructions.*XML/);
  refused({ organizationInstructions: 'a\ud800b' }, 'mobileconfig', /organizationInstructions.*XML/);
  refused({ organizationInstructions: 'a\u0000b' }, 'reg', /NUL/);
  refused({ PayloadUUID: 'x' }, 'mobileconfig', /PayloadUUID/);
  refused({ ISLOCALDEVMCPENABLED: true }, 'reg', /ignores case/);
  assert.throws(() => convert('{"isLocalDevMcpEnabled": tru}', 'plist', options), /JSON/);
  assert.throws(() => convert('5', 'plist', options), /not contain a policy/);
});

test('of a file for the registry counts what is left after its import', () => {
  const file = (...lines: string[]) => ['Windows Registry Editor Version 5.00', ...lines, ''].join('\r\n');
  const machine = '[HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Claude]';
  const user = '[HKEY_CURRENT_USER\\SOFTWARE\\Policies\\Claude]';
  const read = (...lines: string[]) => {
    const { text, warnings } = convert(file(...lines), 'json', options);
    return { keys: JSON.parse(text), warnings };
  };
  const no = '"isLocalDevMcpEnabled"="false"';
  const both = read(machine, no, user, '"IsLocalDevMcpEnabled"="true"', '"chatTabEnabled"="false"');
  assert.deepEqual(both.keys, { isLocalDevMcpEnabled: false, chatTabEnabled: false });
  assert.match(both.warnings.join(), /both hives/);
  const deleted = read(machine, no, '"chatTabEnabled"="false"', '"chatTabEnabled"=-', `[-${user.slice(1)}`);
  assert.deepEqual(deleted.keys, { isLocalDevMcpEnabled: false });
  const emptied = read(machine, '"chatTabEnabled"="false"', `[-${machine.slice(1)}`, machine, no);
  assert.deepEqual(emptied.keys, { isLocalDevMcpEnabled: false });
  const other = read(machine, no, `${machine.slice(0, -1)}\\Sub]`, '"chatTabEnabled"="false"', '"b"=hex:00');
  assert.deepEqual(other.keys, { isLocalDevMcpEnabled: false });
  assert.deepEqual(other.warnings, ['Values under other registry keys were left out: the app does not read them.']);
});

test('what XML cannot hold and JSON can is escaped in JSON', () => {
  const text = '{"disabledBuiltinTools": ["a\uffffb", "c\ufffe"]}';
  const list = convert(text, 'plist', options).text;
  assert.match(list, /<string>\["a\\uffffb","c\\ufffe"\]<\/string>/);
  assert.deepEqual(JSON.parse(convert(list, 'json', options).text), JSON.parse(text));
});

test('a profile is called as it was, else as the deployment', () => {
  const names = (text: string) =>
    [...text.matchAll(/<key>PayloadDisplayName<\/key>\s*<string>([^<]*)</g)].map(([, name]) => name);
  const named = convert('{"deploymentDisplayName": " Harbour "}', 'mobileconfig', options).text;
  assert.deepEqual(names(named), ['Harbour', 'Harbour']);
  assert.deepEqual(names(convert('{"isLocalDevMcpEnabled": true}', 'mobileconfig', options).text), [
    'Claude Desktop',
    'Claude Desktop',
  ]);
  assert.deepEqual(names(convert(named.replaceAll('>Harbour<', '>Mine<'), 'mobileconfig', options).text), [
    'Mine',
    'Mine',
  ]);
  assert.deepEqual(names(convert(named, 'mobileconfig', { ...options, displayName: 'Asked' }).text), [
    'Asked',
    'Asked',
  ]);
});

test('what a profile or a file says beside its keys is told when it is lost', () => {
  const profile = convert('{"isLocalDevMcpEnabled": true}', 'mobileconfig', options).text;
  const warnings = (text: string) => convert(text, 'plist', options).warnings;
  assert.deepEqual(warnings(profile), []);
  assert.deepEqual(
    warnings(
      profile.replace(
        '<string>System</string>',
        '<string>User</string><key>PayloadOrganization</key><string>H</string>',
      ),
    ),
    ['Left out of the profile: PayloadScope, PayloadOrganization.'],
  );
  assert.deepEqual(warnings(profile.replace('<dict>', '<!-- why --><dict>')), ['Comments were left out.']);
  const older = profile.replace(
    /<dict>\s*<key>PayloadType<\/key>\s*<string>com\.anthropic[\s\S]*?<\/dict>/,
    '<dict><key>PayloadType</key><string>com.apple.ManagedClient.preferences</string><key>PayloadContent</key><dict><key>com.anthropic.claudefordesktop</key><dict><key>Forced</key><array><dict><key>mcx_preference_settings</key><dict><key>isLocalDevMcpEnabled</key><true/></dict></dict></array></dict></dict></dict>',
  );
  assert.notEqual(older, profile);
  assert.deepEqual(warnings(older), []);
  assert.equal(convert(older, 'json', options).text, '{\n  "isLocalDevMcpEnabled": true\n}\n');
  assert.deepEqual(warnings('{"inference": {"provider": "anthropic"}}'), [
    'The nested format was converted to flat keys.',
  ]);
});

test('null stays null where the format has it, and is empty where not', () => {
  const text = '{"isLocalDevMcpEnabled": null, "inferenceProvider": ""}';
  const empty = '{\n  "isLocalDevMcpEnabled": null,\n  "inferenceProvider": ""\n}\n';
  assert.equal(convert(text, 'json', options).text, empty);
  const list = convert(text, 'plist', options).text;
  assert.equal([...list.matchAll(/<string><\/string>/g)].length, 2);
  assert.equal(convert(list, 'json', options).text, empty.replace('null', '""'));
  assert.deepEqual(convert(text, 'json', options).warnings, []);
  for (const format of ['plist', 'mobileconfig', 'reg'] as const)
    assert.deepEqual(convert(text, format, options).warnings, [
      'The format has no null, so an empty string, which means the same, was written for `isLocalDevMcpEnabled`.',
    ]);
});

test('a number is kept with all its digits or refused', () => {
  const key = '"inferenceProvider": "gateway"';
  const policy = (value: string) => `{${key}, "x": ${value}}`;
  for (const rounded of [
    '9007199254740993',
    '12345678901234567890',
    '-9223372036854775807',
    '0.12345678901234567890',
    '1.234567890123456789e5',
  ])
    for (const value of [rounded, `[{"y": ${rounded}}]`])
      assert.throws(
        () => convert(policy(value), 'linux', options),
        { message: new RegExp(`^The number ${rounded} has too many digits`) },
        value,
      );
  for (const kept of ['9007199254740992', '1e21', '0.1', '1.50', '123456789012345000000', '-0.000001234567890123'])
    assert.equal(JSON.parse(convert(policy(kept), 'json', options).text).x, Number(kept), kept);
  // A string keeps its digits in every format, also in JSON inside it.
  for (const text of ['12345678901234567890', '[12345678901234567890]'])
    for (const format of ['json', 'plist', 'mobileconfig', 'reg', 'linux'] as const) {
      const { text: written } = convert(policy(JSON.stringify(text)), format, options);
      assert.equal(JSON.parse(convert(written, 'json', options).text).x, text, `${format}: ${text}`);
    }
  const list = `<plist><dict><key>inferenceProvider</key><string>gateway</string><key>x</key><integer>9223372036854775809</integer></dict></plist>`;
  assert.throws(() => convert(list, 'json', options), /The number 9223372036854775809 has too many digits/);
});

test('bytes and dates of a property list are left out, and this is said', () => {
  const list = `<plist><dict><key>inferenceProvider</key><string>gateway</string><key>blob</key><data>
aGVsbG8=</data><key>when</key><date>2026-01-01T00:00:00Z</date><key>deep</key><array><data>aGVsbG8=</data></array></dict></plist>`;
  for (const format of ['json', 'plist', 'reg'] as const) {
    const { text, warnings } = convert(list, format, options);
    assert.deepEqual(warnings, ['Left out, because the app cannot read their type: blob, when, deep.']);
    assert.deepEqual(JSON.parse(convert(text, 'json', options).text), { inferenceProvider: 'gateway' });
  }
});

test('deletions of a registry file are said', () => {
  const file = (line: string) =>
    `Windows Registry Editor Version 5.00\r\n\r\n${line}\r\n[HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Claude]\r\n"inferenceProvider"="gateway"\r\n`;
  const told = [/also deletes keys or values/];
  const warnings = (text: string) => convert(text, 'json', options).warnings;
  assert.deepEqual(warnings(file('')), []);
  for (const text of [
    file('[-HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Claude]\r\n'),
    `${file('')}"disableAutoUpdates"=-\r\n`,
  ]) {
    const given = warnings(text);
    assert.equal(given.length, told.length);
    assert.match(given[0] ?? '', told[0] ?? /^$/);
  }
});

test('a key that has a meaning of its own in a profile is refused', () => {
  for (const format of ['plist', 'mobileconfig'] as const)
    assert.throws(
      () => convert('{"inferenceProvider": "gateway", "PayloadType": "x"}', format, options),
      /`PayloadType` has a different meaning in a profile/,
    );
});

test('files of other programs are no policies', () => {
  const refused = (text: string, reason: RegExp) => assert.throws(() => convert(text, 'reg', options), reason);
  refused('{"name": "x", "version": "1.0.0"}', /not contain a policy/);
  refused('{"settings": {"isLocalDevMcpEnabled": true, "inferenceProvider": "anthropic"}}', /not contain a policy/);
  refused('[1, 2]', /not contain a policy/);
  refused('{"isLocalDevMcpEnabled": true, "x": [1e400]}', /`x` contains a number/);
  assert.equal(convert('{}', 'json', options).text, '{}\n');
});

test('a key with the name of a group of the nested format is refused in JSON, in words', () => {
  for (const inner of ['{ "endpoint": "https://a.example.com" }', '{ "": 1 }']) {
    const text = `{ "otlpEndpoint": "https://otlp.example.com", "otlp": { "otlp": ${inner} } }`;
    for (const to of ['json', 'linux'] as const) {
      assert.throws(() => convert(text, to), /`otlp` is not a key of the app, and its value is an object: .*Remove it/);
    }
    assert.match(convert(text, 'plist').text, /otlp/);
  }
});
