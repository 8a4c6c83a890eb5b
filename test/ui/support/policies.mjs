// Policies in the formats of device management, with one wrong permission inside the JSON string.
import fs from 'node:fs';
import path from 'node:path';

const servers = `[
  {
    "name": "berths",
    "transport": "http",
    "url": "https://mcp.harbour.example/berths",
    "toolPolicy": {
      "list_*": "allow",
      "assign_berth": "deny"
    }
  }
]`;
const payload = (type, uuid) => `<key>PayloadType</key>
	<string>${type}</string>
	<key>PayloadIdentifier</key>
	<string>example.harbour.claude.${uuid.slice(-1)}</string>
	<key>PayloadUUID</key>
	<string>${uuid}</string>
	<key>PayloadVersion</key>
	<integer>1</integer>`;

export const profile = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
	<key>PayloadContent</key>
	<array>
	<dict>
	<key>inferenceProvider</key>
	<string>vertex</string>
	<key>inferenceVertexProjectId</key>
	<string>harbour-ai</string>
	<key>inferenceVertexRegion</key>
	<string>europe-west4</string>
	<key>isLocalDevMcpEnabled</key>
	<false/>
	<key>managedMcpServers</key>
	<string>${servers}</string>
	${payload('com.anthropic.claudefordesktop', '6C0E2D54-1F0B-4E0F-9E55-0A5D0B7F7E01')}
	</dict>
	</array>
	${payload('Configuration', '6C0E2D54-1F0B-4E0F-9E55-0A5D0B7F7E02')}
</dict>
</plist>
`;

const oneLine = '[{"name":"berths","transport":"http","url":"https://a.example","toolPolicy":{"assign":"deny"}}]';
export const registry = [
  'Windows Registry Editor Version 5.00',
  '',
  '[HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Claude]',
  '"inferenceProvider"="vertex"',
  '"inferenceVertexProjectId"="harbour-ai"',
  '"inferenceVertexRegion"="europe-west4"',
  `"managedMcpServers"="${oneLine.replaceAll('"', '\\"')}"`,
  '',
].join('\r\n');

/** Writes both policies into `folder`: `fleet.mobileconfig`, and `fleet.reg` as Windows exports it. */
export function writePolicies(folder) {
  fs.writeFileSync(path.join(folder, 'fleet.mobileconfig'), profile);
  fs.writeFileSync(path.join(folder, 'fleet.reg'), `\uFEFF${registry}`, 'utf16le');
}
