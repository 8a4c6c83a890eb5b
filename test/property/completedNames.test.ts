import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyEdits } from '../../server/core/base/text.ts';
import { complete } from '../../server/core/features/completion/complete.ts';
import { viewOf } from '../../server/core/lint/workspaceView.ts';
import { parse } from '../../server/core/workspace/parse.ts';
import { fleet } from '../core/features/navigation/fleet.ts';
import { base, settings, workspaceOf } from '../support/lint.ts';

/** Names of files and symbols with characters that are special in JSON, YAML, Markdown or URLs. */
const odd = [
  'a: b',
  'c #d',
  "it's",
  'say "hi"',
  '100%',
  'ü ö',
  '😀',
  'a{b}',
  '[c]',
  '*d',
  '&e',
  '!f',
  '- g',
  'null',
  '1e3',
];
const files: Readonly<Record<string, string>> = {
  ...fleet,
  ...Object.fromEntries(
    odd.flatMap((name) => [
      [`org-plugins/harbour/scripts/${name}.sh`, ''],
      [`org-plugins/harbour/agents/${name}.md`, '---\ndescription: Odd.\n---\n'],
      [`org-plugins/harbour/skills/${name}/SKILL.md`, '---\ndescription: Odd.\n---\n'],
      [`org-plugins/harbour/commands/${name}.md`, '---\ndescription: Odd.\n---\n'],
    ]),
  ),
};

/** Returns the inserted text if every tab stop keeps its default. */
const plain = (snippet: string): string =>
  snippet
    .replaceAll(/(?<!\\)\$\{\d+\|((?:\\.|[^|,\\])*)(?:,(?:\\.|[^|\\])*)*\|\}/g, '$1')
    .replaceAll(/(?<!\\)\$\{\d+:((?:\\.|[^}\\])*)\}/g, '$1')
    .replaceAll(/(?<!\\)\$(?:\d+|\{\d+\})/g, '')
    .replaceAll(/\\([\\$}])/g, '$1');

/** In a string or in Markdown, a name may be completed in the middle of a line; the rest of the line must stay unchanged. */
test('names of files and things break no text that they are completed in', () => {
  const workspace = workspaceOf(files);
  const context = { workspace: viewOf(workspace, new Set()), target: settings.target };
  const broken: string[] = [];
  let tried = 0;
  for (const path of Object.keys(fleet)) {
    const uri = `${base}/${path}`;
    const document = workspace.get(uri);
    if (!document) continue;
    for (let offset = 0; offset <= document.text.length; offset += 3) {
      for (const { label, range, insertText } of complete(document, offset, context)) {
        // Before a list, nothing can be completed.
        const isBeforeValue =
          /:[ \t]*$/.test(document.text.slice(0, offset)) && /^[[{]/.test(document.text.slice(offset));
        if (isBeforeValue || !odd.some((name) => label.includes(name))) continue;
        tried++;
        const newText = plain(insertText);
        const text = applyEdits(document.text, [{ range, newText }]);
        const problems = parse({ ...document, text }).problems;
        if (problems.length > 0) broken.push(`${path}@${offset} «${label}» as ${newText}: ${problems[0]?.message}`);
      }
    }
  }
  assert.ok(tried > 100, `${tried} tried`);
  assert.deepEqual(broken.slice(0, 10), []);
});
