import type { Traits } from '../../../support/lint.ts';

/** `silent`: nothing, or a hint or remark of ours that fails nowhere. */
export type Level = 'error' | 'warning' | 'silent';

/** Path in the plugin's folder → text. `null` instead of the manifest: the plugin has none. */
export type Files = Readonly<Record<string, string | null>>;

/** A small plugin and how bad the app's own validator found it. */
export interface Case {
  readonly title: string;
  readonly files: Files;
  /** What the validator of Claude Code said. */
  readonly app: Level;
  /** What we say for Claude Code, where that is not the same. */
  readonly ours?: Level;
  /** Why. */
  readonly because?: string;
  /** What we say for Cowork, where that is not the same as for Claude Code. */
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
/** A manifest that says all that is asked for; `keys` come on top, and `undefined` takes a key away. */
export const manifest = (keys: Readonly<Record<string, unknown>> = {}): Files => ({
  [manifestPath]: JSON.stringify({ ...whole, ...keys }),
});

/** One case. Without a manifest among `files` a whole one is put there. */
export const row = (title: string, files: Files, app: Level, more: More = {}): Case => ({
  title,
  files: manifestPath in files ? files : { ...manifest(), ...files },
  app,
  ...more,
});

/** A case of the manifest alone. */
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
