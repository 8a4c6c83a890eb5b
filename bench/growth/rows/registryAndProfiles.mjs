// Policies as registry files and as configuration profiles.
import { servers } from './policies.mjs';
import { list, middle } from './row.mjs';

const wide = [100, 1_000, 10_000, 100_000];
const key = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Claude';
const gateway = '"inferenceProvider"="gateway"\r\n"inferenceGatewayBaseUrl"="https://gateway.example.com"';
const registry = (body) => `Windows Registry Editor Version 5.00\r\n\r\n${body}\r\n`;
const inRegistry = (body, size) => ({ main: 'policy.reg', files: { 'policy.reg': registry(body) }, at: middle(size) });
const lines = (size, make) => list(size, make).join('\r\n');
const registryString = (text) => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
const xml = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const payload = (inner) =>
  `<dict>\n<key>PayloadType</key><string>com.anthropic.claudefordesktop</string>\n<key>PayloadVersion</key><integer>1</integer>\n${inner}\n</dict>`;
const plist = (inner) => `<?xml version="1.0" encoding="UTF-8"?>\n<plist version="1.0">\n${inner}\n</plist>\n`;
const profile = (payloads) =>
  plist(
    `<dict>\n<key>PayloadType</key><string>Configuration</string>\n<key>PayloadVersion</key><integer>1</integer>\n<key>PayloadContent</key>\n<array>\n${payloads}\n</array>\n</dict>`,
  );
const inProfile = (payloads, size) => ({
  main: 'policy.mobileconfig',
  files: { 'policy.mobileconfig': profile(payloads) },
  at: middle(size),
});
const text = (name, value) => `<key>${name}</key><string>${xml(value)}</string>`;
const provider = text('inferenceProvider', 'gateway');

/** @type {readonly import('./row.mjs').Row[]} */
export const registryRows = [
  {
    title: 'comments that ignore, in a registry file',
    make: (n) =>
      inRegistry(
        `[${key}]\r\n${gateway}\r\n${lines(n, (i) => `; plugboard-ignore policy/unknown-key: needed by tool-${i}\r\n"harbourKey-${i}"="x"`)}`,
        n,
      ),
  },
  {
    title: 'values of a registry file',
    make: (n) => inRegistry(`[${key}]\r\n${lines(n, (i) => `"harbourKey-${i}"="x"`)}`, n),
  },
  {
    title: 'keys of other programs in a registry file',
    sizes: [...wide, 200_000],
    make: (n) =>
      inRegistry(
        `[${key}]\r\n${gateway}\r\n${lines(n, (i) => `[HKEY_LOCAL_MACHINE\\SOFTWARE\\Quay-${i}]\r\n"a"="b"`)}`,
        n,
      ),
  },
  {
    title: 'subkeys of Claude in a registry file',
    sizes: wide,
    make: (n) => inRegistry(`[${key}]\r\n${gateway}\r\n${lines(n, (i) => `[${key}\\Quay-${i}]\r\n"a"="b"`)}`, n),
  },
  {
    title: 'one key again and again in a registry file',
    sizes: wide,
    make: (n) =>
      inRegistry(
        lines(n, (i) => `[${key}]\r\n"inferenceProvider"="gateway-${i}"`),
        n,
      ),
  },
  {
    title: 'bad lines of a registry file',
    sizes: wide,
    make: (n) => inRegistry(`[${key}]\r\n${gateway}\r\n${lines(n, (i) => `not a value-${i}`)}`, n),
  },
  {
    title: 'lines of a hexadecimal value in a registry file',
    sizes: wide,
    make: (n) =>
      inRegistry(
        `[${key}]\r\n${gateway}\r\n"deploymentDisplayName"=hex(1):${lines(n, () => '61,00,62,00,63,00,\\')}\r\n  00,00`,
        n,
      ),
  },
  {
    title: 'servers in a registry value',
    make: (n) =>
      inRegistry(`[${key}]\r\n${gateway}\r\n"managedMcpServers"=${registryString(JSON.stringify(servers(n)))}`, n),
  },
  {
    title: 'servers in a value of a profile',
    make: (n) => inProfile(payload(`${provider}\n${text('managedMcpServers', JSON.stringify(servers(n)))}`), n),
  },
  {
    title: 'keys of a profile',
    make: (n) => inProfile(payload(list(n, (i) => text(`harbourKey-${i}`, 'x')).join('\n')), n),
  },
  {
    title: 'payloads of a profile',
    make: (n) =>
      inProfile(
        [
          payload(provider),
          ...list(n, (i) => `<dict>\n<key>PayloadType</key><string>com.example.quay-${i}</string>\n</dict>`),
        ].join('\n'),
        n,
      ),
  },
  {
    title: 'payloads of Claude in a profile',
    make: (n) => inProfile(list(n, (i) => payload(text('deploymentDisplayName', `Quay-${i}`))).join('\n'), n),
  },
  {
    title: 'tags of a property list that are not closed',
    make: (n) => inProfile(payload(list(n, (i) => `<key>harbourKey-${i}<string>x</string>`).join('\n')), n),
  },
  {
    title: 'lines of data in a profile',
    sizes: wide,
    make: (n) =>
      inProfile(
        payload(
          `${provider}\n<key>deploymentDisplayName</key><data>\n${list(n, () => 'YWJjZGVm').join('\n')}\n</data>`,
        ),
        1,
      ),
  },
  {
    title: 'depth of dictionaries in a profile',
    sizes: wide,
    make: (n) => inProfile(payload(`${provider}\n${'<key>a</key><dict>'.repeat(n)}${'</dict>'.repeat(n)}`), n),
  },
  {
    title: 'one key again and again in a profile',
    make: (n) => {
      const value = (i) => JSON.stringify(servers(1, () => ({ name: `quay-${i}` })));
      return inProfile(payload(list(n, (i) => text('managedMcpServers', value(i))).join('\n')), n);
    },
  },
];
