import { createHash } from 'node:crypto';
import type { Finding, Report } from './report.ts';

/**
 * Returns an identifier for each finding that stays the same if lines are added or removed elsewhere: a digest of file, rule and
 * the text of the line, and of how many findings with the same three come before it.
 */
export function fingerprints({ linesOf }: Report, findings: readonly Finding[]): string[] {
  const lines = new Map<string, readonly string[]>();
  const seen = new Map<string, number>();
  return findings.map(({ file, rule, range }) => {
    const ofFile = lines.get(file) ?? linesOf(file);
    lines.set(file, ofFile);
    const key = JSON.stringify([file, rule, (ofFile[range.start.line] ?? '').trim()]);
    const before = seen.get(key) ?? 0;
    seen.set(key, before + 1);
    return createHash('sha256').update(`${key} ${before}`).digest('hex').slice(0, 32);
  });
}
