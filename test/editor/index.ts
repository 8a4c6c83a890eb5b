import fs from 'node:fs';
import path from 'node:path';
import Mocha from 'mocha';

interface Told {
  readonly title: string;
  readonly skipped?: boolean;
  readonly error?: string;
}

/** The entry point that VS Code calls in its extension host. Rejects if a test failed. */
export async function run(): Promise<void> {
  const grep = process.env.MOCHA_GREP;
  const mocha = new Mocha({ ui: 'tdd', timeout: 30_000, color: false, ...(grep && { grep }) });
  for (const name of fs.readdirSync(__dirname).sort()) {
    if (name.endsWith('.test.cjs')) mocha.addFile(path.join(__dirname, name));
  }
  const tests: Told[] = [];
  const failures = await new Promise<number>((resolve) => {
    const runner = mocha.run(resolve);
    runner.on('pass', (test) => tests.push({ title: test.fullTitle() }));
    runner.on('pending', (test) => tests.push({ title: test.fullTitle(), skipped: true }));
    runner.on('fail', (test, error) => tests.push({ title: test.fullTitle(), error: error?.stack ?? String(error) }));
  });
  // Output of a remote host is easily lost, so the result is read from the file.
  if (process.env.TEST_REPORT) fs.writeFileSync(process.env.TEST_REPORT, JSON.stringify({ tests }));
  if (failures > 0 || tests.length === 0) throw new Error(`${failures} failed of ${tests.length}`);
}
