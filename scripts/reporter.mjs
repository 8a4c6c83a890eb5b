// Reports a ring of tests: failures with their first difference, skipped tests with the reason, and a line of totals. With CI
// set, a skipped test is a failure, unless it needs files that exist only on its authors' machines.
import { describeFailure } from './firstDifference.mjs';

const excused = /\.\.\/shared/;

export default async function* report(events) {
  const ring = process.env.PLUGBOARD_RING;
  const count = { passed: 0, failed: 0, skipped: 0 };
  const way = [];
  for await (const { type, data } of events) {
    if (type === 'test:start') way[data.nesting] = data.name;
    if (type === 'test:stdout' || type === 'test:stderr') yield data.message;
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    // A suite is reported through its tests; only its hooks can make it fail by itself.
    const byTests = data.details.error?.failureType === 'subtestsFailed';
    if (byTests || (data.details.type === 'suite' && type === 'test:pass')) continue;
    const title = [...way.slice(0, data.nesting), data.name].join(' › ');
    if (type === 'test:fail') {
      count.failed++;
      yield `✗ ${title}\n${describeFailure(data.details.error?.cause ?? data.details.error)}\n`;
    } else if (data.skip !== undefined) {
      const fails = process.env.CI && !excused.test(String(data.skip));
      count[fails ? 'failed' : 'skipped']++;
      yield `${fails ? '✗' : '-'} ${title}: skipped, ${data.skip || 'without a reason'}\n`;
    } else {
      count.passed++;
      if (process.env.VERBOSE) yield `✓ ${title} (${Math.round(data.details.duration_ms)} ms)\n`;
    }
  }
  yield `${ring}: ${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped\n`;
}
