import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contains } from '../../../server/core/base/text.ts';
import { selectionRanges } from '../../../server/core/features/selectionRanges.ts';
import { base, workspaceOf } from '../../support/lint.ts';

/** Returns the expanding selections at `<|>`, without the whole file at the end. */
function grows(path: string, marked: string): string[] {
  const offset = marked.indexOf('<|>');
  const text = marked.replace('<|>', '');
  const document = workspaceOf({ 'org-plugins/p/.claude-plugin/plugin.json': '{}', [path]: text }).get(
    `${base}/${path}`,
  );
  assert.ok(document, 'the file is one of ours');
  const ranges = selectionRanges(document, offset);
  for (const [at, range] of ranges.entries()) {
    assert.ok(range.start <= offset && offset <= range.end);
    const inner = ranges[at - 1];
    assert.ok(!inner || contains(range, inner));
  }
  assert.deepEqual(ranges.at(-1), { start: 0, end: text.length });
  return ranges.slice(0, -1).map(({ start, end }) => text.slice(start, end));
}

test('JSON: the word, the text, the string, the property, all of them, the braces', () => {
  assert.deepEqual(
    grows(
      'org-plugins/p/.mcp.json',
      '{ "mcpServers": { "read-tides": { "type": "http", "url": "https://ti<|>des.example" } } }\n',
    ),
    [
      'tides',
      'https://tides.example',
      '"https://tides.example"',
      '"url": "https://tides.example"',
      '"type": "http", "url": "https://tides.example"',
      '{ "type": "http", "url": "https://tides.example" }',
      '"read-tides": { "type": "http", "url": "https://tides.example" }',
      '{ "read-tides": { "type": "http", "url": "https://tides.example" } }',
      '"mcpServers": { "read-tides": { "type": "http", "url": "https://tides.example" } }',
      '{ "mcpServers": { "read-tides": { "type": "http", "url": "https://tides.example" } } }',
    ],
  );
});

test('a key grows to its property, an item to its list', () => {
  assert.deepEqual(grows('fleet.json', '{"disabledBuiltinTools":["Web<|>Search", "Bash"]}').slice(0, 4), [
    'WebSearch',
    '"WebSearch"',
    '"WebSearch", "Bash"',
    '["WebSearch", "Bash"]',
  ]);
  assert.deepEqual(grows('fleet.json', '{"disabledBuil<|>tinTools":["Bash"]}').slice(0, 3), [
    'disabledBuiltinTools',
    '"disabledBuiltinTools"',
    '"disabledBuiltinTools":["Bash"]',
  ]);
});

test('JSON inside of a registry value is no string', () => {
  const text = [
    'Windows Registry Editor Version 5.00',
    '',
    '[HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Claude]',
    '"inferenceProvider"="vertex"',
    '"disabledBuiltinTools"="[\\"Ba<|>sh\\", \\"REPL\\"]"',
    '',
  ].join('\r\n');
  assert.deepEqual(grows('claude.reg', text).slice(0, 5), [
    'Bash',
    '\\"Bash\\"',
    '\\"Bash\\", \\"REPL\\"',
    '[\\"Bash\\", \\"REPL\\"]',
    '"disabledBuiltinTools"="[\\"Bash\\", \\"REPL\\"]"',
  ]);
});

const skill = [
  '---',
  'name: tides',
  'description: Reads the tides.',
  '---',
  '# Tides',
  '',
  'See below.',
  '',
  '## Where',
  '',
  '- on the quay,',
  '  by the wall',
  '- at sea',
  '',
  '## When',
  '',
  'At noon.',
  '',
].join('\n');

test('front matter: the value, the property, all keys, the block with its lines', () => {
  assert.deepEqual(grows('org-plugins/p/skills/tides/SKILL.md', skill.replace('Reads the', 'Reads <|>the')), [
    'the',
    'Reads the tides.',
    'description: Reads the tides.',
    'name: tides\ndescription: Reads the tides.',
    '---\nname: tides\ndescription: Reads the tides.\n---',
  ]);
});

test('Markdown: the line, the item, the list, the section, the section above it', () => {
  assert.deepEqual(grows('org-plugins/p/skills/tides/SKILL.md', skill.replace('by the', 'by <|>the')), [
    'the',
    '  by the wall',
    '- on the quay,\n  by the wall',
    '- on the quay,\n  by the wall\n- at sea',
    '## Where\n\n- on the quay,\n  by the wall\n- at sea',
    skill.slice(skill.indexOf('# Tides')).trimEnd(),
  ]);
});

const halfWritten: [path: string, text: string][] = [
  ['fleet.json', '{"inferenceProvider": <|>'],
  ['fleet.json', '{"inferenceProvider":"vertex"}<|>'],
  ['org-plugins/p/skills/x/SKILL.md', '<|>'],
  ['org-plugins/p/skills/x/SKILL.md', 'Ti<|>des\n====\n\nlow\r\n'],
  ['org-plugins/p/skills/x/SKILL.md', '---\nname: <|>'],
  ['org-plugins/p/agents/x.md', '---\r\nname: a\r\n---\r\n<|>'],
];
for (const [path, text] of halfWritten) {
  test(`a chain of ranges in ${JSON.stringify(text)}`, () => assert.doesNotThrow(() => grows(path, text)));
}
