import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Finding, Report } from '../../server/cli/output/report.ts';
import { text } from '../../server/cli/output/text.ts';
import { plain } from '../../server/cli/terminal.ts';

test('the text of many files with findings looks at each finding a few times only', () => {
  const count = 2_000;
  let looks = 0;
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
  const problems = Array.from({ length: count }, (_, i): Finding => {
    const finding = { range, severity: 'error', rule: 'x/y', message: 'Wrong.', fixes: [], related: [] } as const;
    return {
      ...finding,
      get file() {
        looks++;
        return `f${i}.json`;
      },
    };
  });
  let reads = 0;
  const linesOf = () => {
    reads++;
    return ['{}'];
  };
  const report: Report = { documents: count, problems, ignored: [], linesOf };
  assert.match(text(report, plain), /2000 errors/);
  assert.ok(looks <= 10 * count, `${looks} looks`);
  assert.equal(reads, count);
});
