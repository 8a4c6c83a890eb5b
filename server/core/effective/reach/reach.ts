import { policyKeys } from '../../policy/catalogue.ts';
import { tabKeys } from '../../policy/tabs.ts';
import { type ReachGroupId, reachGroupIds } from '../../vocabulary/reach.ts';
import type { ReachGroup, ReachLine } from '../model.ts';
import { selfHostedKey } from '../selfHosted.ts';
import { approvalLines } from './approval.ts';
import { folderLines, sandboxLines } from './confinement.ts';
import { dataLines } from './data.ts';
import type { ReachDevice } from './device.ts';
import { networkLines } from './network.ts';
import { supplyLines } from './supply.ts';
import { unsaidLines } from './unsaid.ts';

const linesOf: Readonly<Record<ReachGroupId, (device: ReachDevice) => readonly ReachLine[]>> = {
  unsaid: unsaidLines,
  tabs: tabLines,
  network: networkLines,
  sandbox: sandboxLines,
  folders: folderLines,
  supply: supplyLines,
  approval: approvalLines,
  data: dataLines,
};

/**
 * Returns what Claude may touch in addition to what each tool may do: tabs, network, sandbox, folders, who may add code, who
 * approves, which data leaves. Interactions of settings are evaluated, and a surface that is off has no lines but its own.
 */
export function reachOf(device: ReachDevice): readonly ReachGroup[] {
  const isUncertain = selfHostedKey(device.settings) !== undefined;
  return reachGroupIds.flatMap((id) => {
    const lines = linesOf[id](device).map((line) => (isUncertain && id !== 'unsaid' ? doubted(line) : line));
    return lines.length > 0 ? [{ id, lines }] : [];
  });
}

/** A limit that the app may not apply. */
const doubted = (line: ReachLine): ReachLine =>
  line.level === 'open'
    ? line
    : { ...line, level: 'unknown', certainty: 'unknown', message: `${line.message} The app may not apply this.` };

function tabLines({ tabs, input }: ReachDevice): ReachLine[] {
  return input.surfaces.map((surface): ReachLine => {
    const { isOn, why, certainty, origin } = tabs[surface];
    const key = tabKeys[surface];
    const muted = isOn ? '' : ' Nothing else here applies to it.';
    return {
      id: surface,
      level: isOn ? 'open' : 'closed',
      message: `${why}${muted}`,
      surfaces: isOn ? [surface] : [],
      key,
      origin,
      since: policyKeys.get(key)?.since ?? null,
      certainty,
      weight: 'high',
    };
  });
}
