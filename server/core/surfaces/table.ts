import type { Certainty } from '../base/text.ts';
import type { Cell, PartType, SurfaceId, SurfaceState } from './model.ts';
import { app, cloud, desktop, editor, inCowork, monitors, organization, reference } from './sources.ts';

type More = Partial<Pick<Cell, 'note' | 'since' | 'sinceOnWindows'>>;
type Make = (source: string, certainty: Certainty, more?: More) => Cell;

const cell =
  (state: SurfaceState): Make =>
  (source, certainty, more) => ({ state, certainty, source, ...more });
const [yes, partly, no] = [cell('yes'), cell('partly'), cell('no')];
const unknown = (source: string, note: string): Cell => ({ state: 'unknown', certainty: 'unknown', source, note });

type Row = Readonly<Record<SurfaceId, Cell>>;

const notListed = 'The documentation of plugins on third-party inference does not mention it.';
const notListedInChat = 'For Chat, only skills and hooks of a plugin are documented.';
const notListedInCowork = 'It is not documented for Cowork with a claude.ai account.';
const onlySkills = no(organization, 'reading', { note: 'For claude.ai, only the skills of a plugin are documented.' });
const asInCli = 'Runs the same Claude Code as the terminal.';
const inCloud = 'Runs Claude Code on a cloud machine.';

/** Common to everything that is documented only for Claude Code. */
const claudeCodeOnly = {
  'cowork-3p': unknown(desktop, notListed),
  chat: unknown(desktop, notListedInChat),
  cowork: unknown(inCowork, notListedInCowork),
  web: onlySkills,
} as const;

const localOnDesktop =
  'Only remote servers are documented for organization plugins. The app starts the program on the computer, unless the policy forbids it: `isLocalDevMcpEnabled` false together with managed servers, or `allowedPluginMcpServers`.';
const atLeastRemote =
  'Cowork reads only `type` (`http` or `sse`), `url`, `headers` and `oauth`. A managed server of the same name takes precedence.';

/** Which part works on which surface, provided that the plugin is delivered. */
export const table: Readonly<Record<PartType, Row>> = {
  skill: {
    'cowork-3p': yes(desktop, 'documented'),
    chat: yes(desktop, 'documented', { since: '1.44121.4' }),
    code: yes(desktop, 'documented'),
    cowork: yes(inCowork, 'documented'),
    cli: yes(reference, 'documented'),
    vscode: yes(editor, 'documented', { note: asInCli }),
    cloud: yes(cloud, 'documented'),
    web: yes(organization, 'documented'),
  },
  command: {
    'cowork-3p': yes(desktop, 'documented'),
    chat: unknown(desktop, `${notListedInChat} With a claude.ai account commands appear among the skills.`),
    code: yes(desktop, 'documented'),
    cowork: yes(inCowork, 'documented'),
    cli: yes(reference, 'documented'),
    vscode: yes(editor, 'documented', { note: asInCli }),
    cloud: yes(cloud, 'documented'),
    web: partly(organization, 'reading', { note: 'Commands appear among the skills.' }),
  },
  agent: {
    'cowork-3p': yes(desktop, 'documented'),
    chat: no(desktop, 'reading', {
      note: 'With a claude.ai account they are greyed out in Chat; for third-party inference this is not documented.',
    }),
    code: yes(desktop, 'documented'),
    cowork: yes(inCowork, 'documented'),
    cli: yes(reference, 'documented'),
    vscode: yes(editor, 'documented', { note: asInCli }),
    cloud: yes(cloud, 'documented'),
    web: onlySkills,
  },
  hook: {
    'cowork-3p': yes(desktop, 'documented', {
      sinceOnWindows: '1.24012.9',
      note: 'On Windows, hooks did nothing before 1.24012.9. Users report hooks that do not run: test yours.',
    }),
    chat: yes(desktop, 'documented', {
      since: '1.52386.0',
      note: 'With a claude.ai account hooks are greyed out in Chat.',
    }),
    code: yes(desktop, 'documented', {
      note: 'Managed settings of Claude Code may switch hooks off (`disableAllHooks`, `allowManagedHooksOnly`).',
    }),
    cowork: partly(inCowork, 'third-party', { note: 'Documented, but many users report hooks that never run.' }),
    cli: yes(reference, 'documented', {
      note: 'Managed settings may disable hooks (`disableAllHooks`, `allowManagedHooksOnly`).',
    }),
    vscode: yes(editor, 'documented', { note: asInCli }),
    cloud: yes(cloud, 'reading', {
      note: 'Hooks of the repository and of managed settings are documented; a plugin that the repository names should be no different.',
    }),
    web: onlySkills,
  },
  'remote-server': {
    'cowork-3p': yes(desktop, 'documented', { note: atLeastRemote }),
    chat: unknown(desktop, notListedInChat),
    code: yes(desktop, 'documented', {
      note: 'Beside managed servers, Code shut out the servers of plugins before 1.44121.1. A `managed-mcp.json` on the computer still does.',
    }),
    cowork: yes(inCowork, 'documented'),
    cli: yes(reference, 'documented'),
    vscode: yes(editor, 'documented', { note: asInCli }),
    cloud: yes(cloud, 'reading', {
      note: 'It must be reachable from the cloud, within the environment’s network access.',
    }),
    web: onlySkills,
  },
  'web-socket-server': {
    ...claudeCodeOnly,
    'cowork-3p': no(desktop, 'documented', { note: 'Cowork reads only servers of type `http` and `sse`.' }),
    code: yes(app, 'reading', { note: 'Code follows the rules of Claude Code.' }),
    cli: yes(reference, 'documented'),
    vscode: yes(editor, 'documented', { note: asInCli }),
    cloud: yes(cloud, 'reading', { note: inCloud }),
  },
  'local-server': {
    'cowork-3p': partly(desktop, 'third-party', { note: localOnDesktop }),
    chat: unknown(desktop, notListedInChat),
    code: partly(desktop, 'third-party', { note: localOnDesktop }),
    cowork: unknown(inCowork, 'Whether Cowork starts plugin programs with a claude.ai account is not documented.'),
    cli: yes(reference, 'documented', { note: 'The program must be installed on the computer.' }),
    vscode: yes(editor, 'documented', { note: asInCli }),
    cloud: partly(cloud, 'reading', { note: 'Only if the program is installed on the cloud machine.' }),
    web: onlySkills,
  },
  bundle: {
    'cowork-3p': partly(desktop, 'documented', {
      note: 'Only if the policy sets `isDesktopExtensionEnabled` to true. It is off by default.',
    }),
    chat: unknown(desktop, notListedInChat),
    code: unknown(desktop, notListed),
    cowork: unknown(inCowork, notListedInCowork),
    cli: yes(reference, 'validator', { note: 'If `mcpServers` in the manifest names it.' }),
    vscode: yes(reference, 'reading', { note: `${asInCli} Where \`mcpServers\` of the manifest names it.` }),
    cloud: unknown(cloud, 'Desktop extensions in the cloud are not documented.'),
    web: onlySkills,
  },
  'language-server': {
    ...claudeCodeOnly,
    code: yes(app, 'reading', { note: 'Code follows the rules of Claude Code. The program must be installed.' }),
    cli: yes(reference, 'documented', { note: 'The program must be installed on the computer.' }),
    vscode: yes(reference, 'reading', { note: asInCli }),
    cloud: partly(cloud, 'reading', { note: 'Only if the program is installed on the cloud machine.' }),
  },
  monitor: {
    'cowork-3p': no(monitors, 'documented', { note: 'Monitors run only in interactive sessions of the terminal.' }),
    chat: no(monitors, 'documented', { note: 'Monitors run only in interactive sessions of the terminal.' }),
    code: no(monitors, 'documented', { note: 'Monitors run only in interactive sessions of the terminal.' }),
    cowork: no(monitors, 'documented', { note: 'Monitors run only in interactive sessions of the terminal.' }),
    cli: yes(monitors, 'documented', { note: 'Only in interactive sessions, not with `--print`.' }),
    vscode: no(monitors, 'reading', { note: 'Monitors run only in interactive sessions of the terminal.' }),
    cloud: no(monitors, 'documented', { note: 'Monitors run only in interactive sessions of the terminal.' }),
    web: onlySkills,
  },
  'output-style': {
    ...claudeCodeOnly,
    code: yes(app, 'reading', { note: 'Code follows the rules of Claude Code.' }),
    cli: yes(reference, 'documented'),
    vscode: yes(reference, 'reading', { note: asInCli }),
    cloud: yes(cloud, 'reading', { note: inCloud }),
  },
  theme: {
    ...claudeCodeOnly,
    code: unknown(app, 'Themes are written for the terminal; whether Code shows them is not.'),
    cli: yes(reference, 'documented', { note: 'Colours of the terminal.' }),
    vscode: unknown(
      reference,
      'Themes are documented for the terminal; whether the extension shows them is not documented.',
    ),
    cloud: unknown(cloud, 'Themes are documented for the terminal; whether the web shows them is not documented.'),
  },
  workflow: {
    ...claudeCodeOnly,
    code: yes(app, 'reading', { note: 'Code follows the rules of Claude Code.' }),
    cli: yes(reference, 'documented'),
    vscode: yes(reference, 'reading', { note: asInCli }),
    cloud: yes(cloud, 'reading', { note: inCloud }),
  },
  settings: {
    ...claudeCodeOnly,
    code: yes(app, 'reading', { note: 'Only `agent` and `subagentStatusLine` are read.' }),
    cli: yes(reference, 'documented', { note: 'Only `agent` and `subagentStatusLine` are read; both are deprecated.' }),
    vscode: yes(reference, 'reading', { note: 'Only `agent` and `subagentStatusLine` are read.' }),
    cloud: yes(cloud, 'reading', { note: 'Only `agent` and `subagentStatusLine` are read.' }),
  },
  program: {
    ...claudeCodeOnly,
    code: yes(app, 'reading', { note: 'Found by the Bash tool. Code follows the rules of Claude Code.' }),
    cli: yes(reference, 'documented', { note: 'Found by the Bash tool.' }),
    vscode: yes(reference, 'reading', { note: `Found by the Bash tool. ${asInCli}` }),
    cloud: yes(cloud, 'reading', { note: `Found by the Bash tool, if it runs there. ${inCloud}` }),
  },
};
