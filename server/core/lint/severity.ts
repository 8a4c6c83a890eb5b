import { isAfter } from '../base/dates.ts';
import type { Host } from '../base/hosts.ts';
import { type HostScope, type Severity, severities } from '../base/text.ts';
import { atLeast } from '../base/version.ts';
import type { Rule, Target } from '../model.ts';
import { isOlderThan } from '../policy/releases.ts';

/** Returns the milder of two severities. */
const milder = (a: Severity, b: Severity): Severity => (severities.indexOf(a) > severities.indexOf(b) ? a : b);

/**
 * Decides the severity of a finding from the hosts that are targets.
 * @param severity the severity on the hosts that the finding applies to.
 * @returns undefined if the finding is not reported.
 */
export function severityOn(
  targets: readonly Host[],
  severity: Severity,
  { hosts, alone, mixed, elsewhere = 'off' }: HostScope,
): Severity | undefined {
  if (!hosts) return severity;
  const isAbout = targets.some((host) => hosts.includes(host));
  const isMixed = isAbout && targets.some((host) => !hosts.includes(host));
  const most = isAbout ? (isMixed ? mixed : alone) : elsewhere;
  if (most === 'off') return undefined;
  return most ? milder(severity, most) : severity;
}

/** Whether a rule runs for `target`: it applies to one of the hosts or has a level elsewhere, and its version and date match. */
export const runsFor = (rule: Rule, target: Target): boolean =>
  severityOn(target.hosts, rule.severity, rule) !== undefined && holdsFor(rule, target);

const holdsFor = ({ since, until }: Rule, target: Target): boolean =>
  (!since || ('version' in since ? atLeast(target.minimumVersion, since.version) : isAfter(target.date, since.date))) &&
  (!until ||
    ('version' in until ? isOlderThan(target.minimumVersion, until.version) : !isAfter(target.date, until.date)));
