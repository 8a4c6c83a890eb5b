import type { Traits } from '../../../support/lint.ts';

/** `silent`: no finding, or only a hint or note of ours. */
export type Level = 'error' | 'warning' | 'silent';

/** Path in the plugin's folder → text. `null` for the manifest: the plugin has none. */
export type Files = Readonly<Record<string, string | null>>;

/** A small plugin and its severity in the app's own validator. */
export interface Case {
  readonly title: string;
  readonly files: Files;
  /** The result of the validator of Claude Code. */
  readonly app: Level;
  /** Our severity for Claude Code, if it differs. */
  readonly ours?: Level;
  /** The reason for the difference. */
  readonly because?: string;
  /** Our severity for Cowork, if it differs from that for Claude Code. */
  readonly cowork?: Level;
  readonly traits?: Traits;
}

type More = Partial<Pick<Case, 'ours' | 'because' | 'cowork' | 'traits'>>;

export const manifestPath = '.claude-plugin/plugin.json';
const whole = {
  name: 'reviewer',
  version: '1.0.0',
  description: 'Reviews changes',
  author: { name: 'Harbour' },
};
/** Returns a complete manifest; `keys` are added, and `undefined` removes a key. */
export const manifest = (keys: Readonly<Record<string, unknown>> = {}): Files => ({
  [manifestPath]: JSON.stringify({ ...whole, ...keys }),
});

/** Returns one case. Without a manifest among `files`, a complete one is added. */
export const row = (title: string, files: Files, app: Level, more: More = {}): Case => ({
  title,
  files: manifestPath in files ? files : { ...manifest(), ...files },
  app,
  ...more,
});

/** Returns a case that consists only of the manifest. */
export const key = (
  title: string,
  keys: Readonly<Record<string, unknown>>,
  app: Level,
  more: More & { readonly files?: Files } = {},
): Case => {
  const { files = {}, ...rest } = more;
  return row(title, { ...manifest(keys), ...files }, app, rest);
};

export const skillText = '---\nname: review\ndescription: Reviews a change\n---\nReview the change.\n';
export const agentText = '---\nname: judge\ndescription: Judges a change\n---\nJudge the change.\n';
export const commandText = '---\ndescription: Reviews a change\n---\nReview the change.\n';
