import { caseInput, caseSyntax } from '../../server/core/effective/caseInput.ts';
import { effective } from '../../server/core/effective/effective.ts';
import type { EffectiveResult } from '../../server/core/effective/model.ts';
import { policy } from './answerPlaces.ts';

/** A device that is open in some ways and limited in others. */
const device = {
  policy: {
    inferenceProvider: 'vertex',
    chatTabEnabled: true,
    coworkEgressAllowedHosts: ['packages.example', '*.halden-port.example'],
    allowedWorkspaceFolders: ['~/Documents/Harbour', { path: '/srv/charts', mode: 'ro' }],
    autoModeEnabled: true,
    userPluginUploadsEnabled: false,
    sshHostAllowlist: ['*'],
    managedMcpServers: [
      {
        name: 'handbook',
        transport: 'http',
        url: 'https://handbook.halden-port.example',
        toolPolicy: { '*': 'allow' },
      },
      { name: 'customs', transport: 'http', url: 'http://customs.halden-port.example' },
    ],
    builtinToolPolicy: { Bash: 'ask' },
  },
  plugins: [
    {
      dir: 'incident-kit',
      manifest: { name: 'incident-kit', installationPreference: 'required' },
      hooks: { modules: ['./guard.js'], hooks: { PreToolUse: [{ hooks: [{ type: 'command', command: 'check' }] }] } },
    },
  ],
  tools: { handbook: [{ name: 'drop_page', destructive: true }, 'tag_page'] },
};

const target = { minimumVersion: '1.46388.4', date: '2026-11-21T00:00:00Z', hosts: ['desktop-3p'] as const };

export const { reach, summary }: Pick<EffectiveResult, 'reach' | 'summary'> = effective(
  caseInput(policy, caseSyntax.parse(JSON.stringify(device)).root, target),
);
