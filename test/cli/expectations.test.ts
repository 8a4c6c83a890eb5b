import assert from 'node:assert/strict';
import { test } from 'node:test';
import { folderOf, plugboard } from './support.ts';

const policy = `{
  "inferenceProvider": "anthropic",
  "managedMcpServers": [
    {
      "name": "crm",
      "transport": "http",
      "url": "https://crm.example.com/mcp",
      "toolPolicy": {
        "delete_*": "allow"
      }
    }
  ]
}
`;
const expectations = `{
  "expect": [
    { "tool": "delete_*", "atMost": "ask", "surfaces": ["cowork"], "why": "Nothing is <deleted> \\"unasked\\"." },
    { "server": "*", "hosts": ["*.example.com"] }
  ]
}
`;
const files = {
  '.plugboard.json': JSON.stringify({
    fleets: {
      office: { policy: 'policy/office.json', orgPlugins: 'none', userConfig: 'none' },
      strict: { policy: { machine: 'policy/strict.json' }, orgPlugins: 'none', userConfig: 'none' },
    },
  }),
  'policy/office.json': policy,
  'policy/strict.json': policy.replace('"allow"', '"blocked"'),
  'tests/base.expect.json': expectations,
};

test('each fleet is tested, and what does not hold is named with the deciding line', (t) => {
  const folder = folderOf(t, files);
  const { code, out, err } = plugboard(folder, 'test');
  assert.equal(err, '');
  assert.equal(code, 1);
  assert.match(out, /^tests\/base\.expect\.json$/m);
  assert.match(out, /office\n {2}Policy: policy\/office\.json\. Plugins: none\. User configuration: none\. Apps from /);
  assert.match(
    out,
    /✗ Tool `delete_\*` in Cowork is at most Ask \(line 3\)\n {6}Any tool `delete_\*` of `crm` is Allow in Cowork \(policy\/office\.json:9\)/,
  );
  assert.match(out, /Why it is expected: Nothing is <deleted> "unasked"\./);
  assert.match(out, /strict\n {2}Policy: policy\/strict\.json \(machine\)/);
  assert.match(out, /1 expectation does not hold, 3 hold\.\n$/);
  assert.equal(plugboard(folder, 'test', '--fleet', 'strict').code, 0);
});

test('the results as JSON, JUnit and annotations', (t) => {
  const folder = folderOf(t, files);
  const { met, missed, unsure, files: tested } = JSON.parse(plugboard(folder, 'test', '--format', 'json').out);
  assert.deepEqual([met, missed, unsure], [3, 1, 0]);
  assert.deepEqual(tested[0].fleets[0].tests[0].misses, [
    {
      text: 'Any tool `delete_*` of `crm` is Allow in Cowork',
      place: { file: 'policy/office.json', line: 9, column: 9 },
    },
  ]);
  const junit = plugboard(folder, 'test', '--format', 'junit').out;
  assert.match(junit, /<testsuite name="tests\/base\.expect\.json: office" tests="2" failures="1">/);
  assert.match(junit, /Nothing is &lt;deleted&gt; &quot;unasked&quot;\./);
  assert.equal(
    plugboard(folder, 'test', '--format', 'github').out,
    '::error file=tests/base.expect.json,line=3,title=office::Tool `delete_*` in Cowork is at most Ask: Any tool `delete_*` of `crm` is Allow in Cowork (policy/office.json:9). Nothing is <deleted> "unasked".\n',
  );
});

test('without fleets the files are tested that `effective` finds', (t) => {
  const folder = folderOf(t, { 'fleet.json': policy, 'base.expect.json': expectations });
  const { code, out } = plugboard(folder, 'test');
  assert.equal(code, 1);
  assert.match(out, /Policy: fleet\.json\./);
});

test('nothing passes untested', (t) => {
  const folder = folderOf(t, {
    ...files,
    'tests/odd.expect.json': '{ "expect": [{ "tool": "x" }, { "tool": "x*y", "is": "ask", "fleets": ["ofice"] }] }',
    'tests/empty.expect.json': '{ "expect": [] }',
  });
  const { code, err } = plugboard(folder, 'test', 'tests/odd.expect.json');
  assert.equal(code, 2);
  assert.equal(
    err,
    'plugboard: tests/odd.expect.json:1 is not tested: Say what must hold with one of `is`, `atMost`, `hosts`.\n' +
      'plugboard: tests/odd.expect.json:1 is not tested for ofice: .plugboard.json has no such fleet\n',
  );
  const empty = plugboard(folder, 'test', 'tests/empty.expect.json');
  assert.deepEqual([empty.code, empty.err], [2, 'plugboard: tests/empty.expect.json contains no expectations\n']);
  const none = plugboard(folder, 'test', 'policy');
  assert.deepEqual([none.code, none.err], [2, 'plugboard: policy contains no file of expectations (*.expect.json)\n']);
  const unknown = plugboard(folder, 'test', '--fleet', 'ofice');
  assert.deepEqual(
    [unknown.code, unknown.err],
    [2, "plugboard: no fleet 'ofice' in .plugboard.json; it has office, strict\n"],
  );
});

test('a fleet whose file is missing, and a file that cannot be parsed, fail in words', (t) => {
  const folder = folderOf(t, {
    ...files,
    '.plugboard.json':
      '{ "fleets": { "office": { "policy": "gone.json", "orgPlugins": "none", "userConfig": "none" } } }',
  });
  const gone = plugboard(folder, 'test');
  assert.equal(gone.code, 2);
  assert.match(gone.err, /no such file or folder: .*gone\.json/);
  const broken = folderOf(t, { ...files, 'tests/base.expect.json': '{ "expect": [' });
  const { code, err } = plugboard(broken, 'test');
  assert.equal(code, 2);
  assert.match(err, /^plugboard: tests\/base\.expect\.json:1:\d+ cannot be read: /);
});

test('a scope that cannot be read is not tested, and a plugin that no folder has is pointed out', (t) => {
  const folder = folderOf(t, {
    ...files,
    '.plugboard.json': JSON.stringify({
      fleets: { office: { policy: 'policy/strict.json', orgPlugins: 'none', userConfig: 'none', installed: ['desk'] } },
    }),
    'tests/base.expect.json': '{ "expect": [{ "tool": "delete_*", "is": "blocked", "surfaces": ["cowrk"] }] }',
  });
  const { code, out, err } = plugboard(folder, 'test');
  assert.equal(code, 2);
  assert.doesNotMatch(out, /✓/);
  assert.match(err, /base\.expect\.json:1 is not tested: `surfaces` must be a list of `cowork`, `code`, `chat`\./);
  assert.match(err, /no plugin is in a folder called desk/);
  assert.match(plugboard(folder, 'effective', '--fleet', 'office').err, /no plugin is in a folder called desk/);
});

test('an uncertain answer fails only with --strict', (t) => {
  const folder = folderOf(t, {
    'fleet.json': '{ "chatTabEnabled": true }',
    'org-plugins/desk/.claude-plugin/plugin.json': '{ "name": "desk", "installationPreference": "required" }',
    'org-plugins/desk/.mcp.json':
      '{ "mcpServers": { "board": { "type": "http", "url": "https://board.example.com" } } }',
    'a.expect.json': '{ "expect": [{ "tool": "read", "is": ["user", "ask"], "surfaces": ["chat"] }] }',
  });
  const { code, out } = plugboard(folder, 'test');
  assert.equal(code, 0);
  assert.match(out, /\? Tool `read`.*\n.*\n.*documentation does not say so/);
  assert.equal(plugboard(folder, 'test', '--strict').code, 1);
});

test('`effective` shows a fleet', (t) => {
  const { code, out } = plugboard(folderOf(t, files), 'effective', '--fleet', 'strict');
  assert.equal(code, 0);
  assert.match(out, /Policy: policy\/strict\.json \(machine\)\. Plugins: none\./);
});
