/** Which desktop extensions an app loads. */
export type ExtensionsLoaded = 'none' | 'signed' | 'all';

/** The keys that decide about extensions. */
export const extensionSwitch = 'isDesktopExtensionEnabled';
export const extensionSignature = 'isDesktopExtensionSignatureRequired';

/**
 * Decides which desktop extensions an app loads. This is the only place, for both rules and the effective tool set. A signature
 * is required only if extensions load at all.
 * @param isOn returns the effective value of a key: as written, or as the catalogue says if it is not set or unreadable.
 */
export function extensionsLoaded(isOn: (key: string) => boolean): ExtensionsLoaded {
  if (!isOn(extensionSwitch)) return 'none';
  return isOn(extensionSignature) ? 'signed' : 'all';
}
