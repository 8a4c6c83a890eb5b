import fs from 'node:fs';
import path from 'node:path';
import { jsonText } from '../core/writers/printable.ts';
import { fingerprints } from './output/fingerprint.ts';
import { withPaths } from './output/formats.ts';
import type { Finding, Report } from './output/report.ts';
import { UsageError } from './usage.ts';
import { whyNot } from './writing.ts';

/** Returns the identifiers of the findings, with paths from the folder of the baseline, so that it may be used from any folder. */
function identifiers(file: string, report: Report): string[] {
  const folder = path.dirname(path.resolve(file));
  const toPath = (name: string) => path.relative(folder, path.resolve(name)).split(path.sep).join('/');
  const moved = withPaths(report, toPath);
  return fingerprints(moved, moved.problems);
}

/** Writes all findings to `file`; later runs leave them out. The lines of a finding may move; its text must stay. */
export function writeBaseline(file: string, report: Report): void {
  const ids = identifiers(file, report);
  const findings = report.problems.map(({ rule, message }, index) => ({ id: ids[index], rule, message }));
  try {
    fs.writeFileSync(file, `${jsonText({ version: 1, findings })}\n`);
  } catch (error) {
    throw new UsageError(`${file} cannot be written: ${whyNot(error)}`);
  }
}

/** Returns which findings of a report are not in `file`, and how many of its entries no finding has any more. */
export function readBaseline(
  file: string,
  report: Report,
): { readonly isNew: (problem: Finding) => boolean; readonly unused: number } {
  const known = new Set(knownIn(file));
  const ids = identifiers(file, report);
  const old = new Set(report.problems.filter((_, index) => known.has(ids[index] ?? '')));
  return { isNew: (problem) => !old.has(problem), unused: known.size - old.size };
}

function knownIn(file: string): string[] {
  const wrong = new UsageError(`${file} is not a baseline; write one with --write-baseline ${file}`);
  let read: unknown;
  try {
    read = JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) throw wrong;
    throw new UsageError(`${file} cannot be read: ${whyNot(error)}`);
  }
  const findings = read !== null && typeof read === 'object' && 'findings' in read ? read.findings : undefined;
  if (!Array.isArray(findings)) throw wrong;
  return findings.map((each: unknown) => {
    const id = each !== null && typeof each === 'object' && 'id' in each ? each.id : undefined;
    if (typeof id !== 'string') throw wrong;
    return id;
  });
}
