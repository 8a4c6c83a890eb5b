import type { Surface } from '../vocabulary/names.ts';

/** The key that switches each tab. */
export const tabKeys = {
  cowork: 'coworkTabEnabled',
  code: 'isClaudeCodeForDesktopEnabled',
  chat: 'chatTabEnabled',
} as const satisfies Readonly<Record<Surface, string>>;

/** Which tabs are switched on. */
export type Tabs = Readonly<Record<Surface, boolean>>;

/**
 * Whether the app shows Cowork although a policy switches it off: one tab must remain, and it is Cowork. Source: the page on Chat,
 * which also says that Chat counts only where the policy switches it on.
 */
export const keepsCowork = ({ cowork, code, chat }: Tabs): boolean => !cowork && !code && !chat;
