import { isObject } from '../../policy/order/directions.ts';
import { type Surface, surfaceNames } from '../../vocabulary/names.ts';
import type { ReachLine } from '../model.ts';
import { isOn, line, type ReachDevice, readSetting } from './device.ts';
import { switchLine } from './switches.ts';
import { hostIn, someOf, textsIn } from './words.ts';

/** Sources: the page on telemetry, the configuration reference, the page on local data. */
export const dataLines = (device: ReachDevice): ReachLine[] => [
  ...collector(device),
  ...switchLine(device, 'identity'),
  ...switchLine(device, 'essential-telemetry'),
  ...switchLine(device, 'usage-telemetry'),
  ...switchLine(device, 'services'),
  ...claudeAi(device),
  ...retention(device),
];

/** Content that comes with other content. Source: the configuration changelog, 1.17377. */
const implied: Readonly<Record<string, string>> = { userPrompts: 'assistantResponses' };

function collector(device: ReachDevice): ReachLine[] {
  const key = 'otlpEndpoint';
  const { value, later } = readSetting(device, key);
  if (typeof value !== 'string' || later !== undefined)
    return line(device, 'collector', key, { level: 'closed', message: 'No telemetry goes to a collector of yours.' });
  const captured = textsIn(readSetting(device, 'otlpContentCapture').value);
  const content = [...new Set(captured.flatMap((each) => [each, ...(implied[each] ? [implied[each]] : [])]))];
  const details = [
    ...(isOn(device, 'otlpTracesEnabled') ? ['traces'] : []),
    ...(['info', 'debug'].includes(String(readSetting(device, 'otlpDesktopLogLevel').value))
      ? ['titles of sessions']
      : []),
  ];
  const also = details.length > 0 ? `, with ${details.join(' and ')}` : '';
  const host = hostIn(value);
  return [
    ...line(device, 'collector', key, { level: 'limited', message: `Telemetry goes to ${someOf([host])}${also}.` }),
    ...line(device, 'content', 'otlpContentCapture', {
      level: content.length > 0 ? 'open' : 'closed',
      message:
        content.length > 0
          ? `Telemetry contains what users and Claude write and do: ${someOf(content)}.`
          : 'Telemetry contains no content.',
    }),
    ...credential(device),
  ];
}

function credential(device: ReachDevice): ReachLine[] {
  const key = 'otlpAuthMode';
  if (readSetting(device, key).value !== 'inference-credential') return [];
  const message = 'The collector gets a credential with which it could call the model as the user.';
  return line(device, 'collector-credential', key, { level: 'open', message, weight: 'high' });
}

const importFields: Readonly<Record<string, string>> = {
  enabled: 'import from claude.ai',
  exportEnabled: 'export to claude.ai',
  automatic3pImport: 'import on its own',
};

function claudeAi(device: ReachDevice): ReachLine[] {
  const key = 'claudeAiImport';
  const { value } = readSetting(device, key);
  const on = isObject(value)
    ? Object.entries(importFields).flatMap(([name, what]) => (value[name] === true ? [what] : []))
    : [];
  if (on.length === 0)
    return line(device, 'import', key, {
      level: 'closed',
      message: 'Nothing is imported from or exported to claude.ai.',
    });
  return line(device, 'import', key, { level: 'open', message: `Users may move sessions: ${on.join(', ')}.` });
}

function retention(device: ReachDevice): ReachLine[] {
  const hold = 'sessionRetentionHold';
  if (readSetting(device, hold).value === true) {
    const message = 'Nothing is deleted: a hold suspends every deletion of sessions.';
    return line(device, 'retention', hold, { level: 'limited', message, weight: 'low' });
  }
  const keys: Readonly<Record<Surface, string>> = {
    cowork: 'coworkSessionRetentionDays',
    code: 'codeSessionRetentionDays',
    chat: 'chatSessionRetentionDays',
  };
  return (Object.keys(keys) as Surface[]).flatMap((surface) => {
    const { value } = readSetting(device, keys[surface]);
    const message =
      typeof value === 'number'
        ? `Sessions of ${surfaceNames[surface]} are deleted after ${value} days.`
        : `Sessions of ${surfaceNames[surface]} stay on the device.`;
    return line(device, 'retention', keys[surface], { level: typeof value === 'number' ? 'limited' : 'open', message });
  });
}
