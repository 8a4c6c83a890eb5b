import { appDomain, type Platform, type PolicyRole } from '../../core/index.ts';

/** What a place holds, which decides how it counts. */
export type PlaceRole =
  | { readonly is: 'policy'; readonly role: PolicyRole }
  | { readonly is: 'plugins' }
  | { readonly is: 'user-config' }
  | { readonly is: 'claude-code' }
  | { readonly is: 'library' }
  /** The app does not read it; the sentence says why. */
  | { readonly is: 'ignored'; readonly why: string };

/** A place on a device at which the app, or an administrator, may look for configuration. */
export interface DevicePlace {
  readonly label: string;
  /** An absolute path on the device with `/`, below the drive on Windows; `~` means the user’s folder, `USER` the name. */
  readonly path: string;
  readonly role: PlaceRole;
}

const standard = 'it belongs to the standard app; on third-party inference the app reads the folder `Claude-3p`';
const library = 'Index of local configurations';
const userConfig = 'User configuration';

/**
 * Where each platform keeps what decides. Sources: https://claude.com/docs/third-party/claude-desktop/mdm and …/extensions; the
 * folders `Claude-3p` are known from reports; Claude Code’s files: https://code.claude.com/docs/en/settings.
 */
export const devicePlaces: Readonly<Record<Platform, readonly DevicePlace[]>> = {
  macos: [
    {
      label: 'Policy of the computer',
      path: `/Library/Managed Preferences/${appDomain}.plist`,
      role: { is: 'policy', role: 'machine' },
    },
    {
      label: 'Policy of the user',
      path: `/Library/Managed Preferences/USER/${appDomain}.plist`,
      role: { is: 'policy', role: 'user' },
    },
    { label: 'Org plugins', path: '/Library/Application Support/Claude/org-plugins', role: { is: 'plugins' } },
    {
      label: library,
      path: '~/Library/Application Support/Claude-3p/configLibrary/_meta.json',
      role: { is: 'library' },
    },
    {
      label: userConfig,
      path: '~/Library/Application Support/Claude-3p/claude_desktop_config.json',
      role: { is: 'user-config' },
    },
    {
      label: 'Claude Code’s managed settings',
      path: '/Library/Application Support/ClaudeCode/managed-settings.json',
      role: { is: 'claude-code' },
    },
    {
      label: 'Claude Code’s managed servers',
      path: '/Library/Application Support/ClaudeCode/managed-mcp.json',
      role: { is: 'claude-code' },
    },
    {
      label: 'Preferences of the user',
      path: `~/Library/Preferences/${appDomain}.plist`,
      role: { is: 'ignored', why: 'the app reads managed preferences only, not what `defaults write` sets' },
    },
    {
      label: 'User configuration of the standard app',
      path: '~/Library/Application Support/Claude/claude_desktop_config.json',
      role: { is: 'ignored', why: standard },
    },
    {
      label: 'Org plugins of a user',
      path: '~/Library/Application Support/Claude/org-plugins',
      role: { is: 'ignored', why: 'the app reads only the folder in /Library' },
    },
  ],
  windows: [
    { label: 'Policy of the computer', path: '/HKLM.reg', role: { is: 'policy', role: 'hklm' } },
    { label: 'Policy of the user', path: '/HKCU.reg', role: { is: 'policy', role: 'hkcu' } },
    { label: 'Org plugins', path: '/Program Files/Claude/org-plugins', role: { is: 'plugins' } },
    { label: library, path: '~/AppData/Local/Claude-3p/configLibrary/_meta.json', role: { is: 'library' } },
    { label: userConfig, path: '~/AppData/Local/Claude-3p/claude_desktop_config.json', role: { is: 'user-config' } },
    {
      label: 'Claude Code’s managed settings',
      path: '/Program Files/ClaudeCode/managed-settings.json',
      role: { is: 'claude-code' },
    },
    {
      label: 'Claude Code’s managed servers',
      path: '/Program Files/ClaudeCode/managed-mcp.json',
      role: { is: 'claude-code' },
    },
    {
      label: 'Org plugins in ProgramData',
      path: '/ProgramData/Claude/org-plugins',
      role: {
        is: 'ignored',
        why: 'the app reads `C:\\Program Files\\Claude\\org-plugins`, which only administrators can write',
      },
    },
    {
      label: 'User configuration of the standard app',
      path: '~/AppData/Roaming/Claude/claude_desktop_config.json',
      role: { is: 'ignored', why: standard },
    },
  ],
  linux: [
    {
      label: 'Policy',
      path: '/etc/claude-desktop/managed-settings.json',
      role: { is: 'policy', role: 'managed' },
    },
    { label: library, path: '~/.config/Claude-3p/configLibrary/_meta.json', role: { is: 'library' } },
    { label: userConfig, path: '~/.config/Claude-3p/claude_desktop_config.json', role: { is: 'user-config' } },
    {
      label: 'Claude Code’s managed settings',
      path: '/etc/claude-code/managed-settings.json',
      role: { is: 'claude-code' },
    },
    {
      label: 'Claude Code’s managed servers',
      path: '/etc/claude-code/managed-mcp.json',
      role: { is: 'claude-code' },
    },
    {
      label: 'User configuration of the standard app',
      path: '~/.config/Claude/claude_desktop_config.json',
      role: { is: 'ignored', why: standard },
    },
    {
      label: 'Org plugins',
      path: '/etc/claude-desktop/org-plugins',
      role: { is: 'ignored', why: 'the app has no folder of org plugins on Linux' },
    },
  ],
};

/** The folder of users’ folders on each platform. */
export const homes: Readonly<Record<Platform, string>> = { macos: '/Users', windows: '/Users', linux: '/home' };
