import { atLeast } from '../base/version.ts';

/** The default of every key that an evaluation asks for. */
export const defaults = (version: string): ReadonlyMap<string, boolean | null> =>
  new Map([
    ['inferenceProvider', null],
    ['isLocalDevMcpEnabled', true],
    ['isDesktopExtensionEnabled', !atLeast(version, '1.19367.0')],
    ['isDesktopExtensionSignatureRequired', false],
    ['mcpPersistentAlwaysAllowEnabled', true],
    ['toolSearchEnabled', false],
    ['autoModeEnabled', false],
    ['coworkTabEnabled', true],
    ['isClaudeCodeForDesktopEnabled', true],
    ['chatTabEnabled', false],
  ]);
