import type { Tone } from './term.ts';

/** The surfaces on which Claude uses tools. */
export const surfaces = ['cowork', 'code', 'chat'] as const;
export type Surface = (typeof surfaces)[number];

export const surfaceNames: Readonly<Record<Surface, string>> = { cowork: 'Cowork', code: 'Code', chat: 'Chat' };

/** A surface as the head of a column: one whose tab is off says so. */
export const surfaceHead = (surface: Surface, isOn: boolean): string =>
  isOn ? surfaceNames[surface] : `${surfaceNames[surface]} (off)`;

/** Where a server comes from. */
export type Layer = 'managed' | 'plugin' | 'user' | 'extension';

/** The layers of servers, and the built-in tools, in display order. */
export const layers: Readonly<Record<Layer | 'builtin', { readonly label: string; readonly icon: string }>> = {
  builtin: { label: 'Built-in', icon: 'tools' },
  managed: { label: 'Managed', icon: 'shield' },
  plugin: { label: 'Plugin', icon: 'extensions' },
  user: { label: 'User', icon: 'account' },
  extension: { label: 'Extension', icon: 'package' },
};

/** Whether the name of a tool is a wildcard of a policy, such as `delete_*`: names of MCP tools cannot contain `*`. */
export const isPattern = (tool: string): boolean => tool.includes('*');

/** What follows the name of a wildcard in its row. */
export const patternTerm = {
  label: 'any such tool',
  sentence: 'Every tool whose name matches this pattern, whether it is known or not, unless another rule names it',
} as const;

/** Returns the label for the tools of a server that have no row: all of them if none has one. */
export const unlistedTerm = (hasRows: boolean): string => (hasRows ? 'other tools' : 'all tools');

/** What a tool does to data, as its server declares. */
export type Effect = 'reads' | 'changes' | 'destroys';

interface EffectTerm {
  readonly label: string;
  readonly sentence: string;
  readonly tone: Tone;
}

export const effects: Readonly<Record<Effect, EffectTerm>> = {
  reads: { label: 'read-only', sentence: 'The server says that it only reads', tone: 'green' },
  changes: { label: 'changes data', sentence: 'The server says that it changes data', tone: 'yellow' },
  destroys: { label: 'destructive', sentence: 'The server says that it may delete or overwrite data', tone: 'red' },
};
