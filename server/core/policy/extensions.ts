/** Which desktop extensions an app loads. */
export type ExtensionsLoaded = 'none' | 'signed' | 'all';

/** The keys that decide it. */
export const extensionSwitch = 'isDesktopExtensionEnabled';
export const extensionSignature = 'isDesktopExtensionSignatureRequired';

/**
 * Decides which desktop extensions an app loads: the one place for rules and the effective set. A signature is asked for only where
 * extensions load at all.
 * @param isOn what a key counts as in the app: as written, or where it is not set or cannot be read as the catalogue says
 */
export function extensionsLoaded(isOn: (key: string) => boolean): ExtensionsLoaded {
  if (!isOn(extensionSwitch)) return 'none';
  return isOn(extensionSignature) ? 'signed' : 'all';
}
