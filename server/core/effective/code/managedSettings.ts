import { child, type Node, property, stringOf, toValue } from '../../syntax/node.ts';
import type { EffectiveInput } from '../input.ts';
import type { Origin } from '../model.ts';
import { originOf } from '../origin.ts';

/** Claude Code's own managed settings, which hold in Code whatever the policy of the app says. */
export interface CodeSettings {
  readonly uri: string;
  readonly root: Node | undefined;
  /**
   * They void the part of the policy that Code gets as managed settings: hosts, folders, rules for tools of servers, and the lock
   * to managed servers. Source: the pages on Code and on managed settings.
   */
  readonly voidsPolicy: boolean;
  /** Returns the place of a key, given as a path, and null if it is not set. */
  origin(...path: readonly string[]): Origin | null;
  /** Returns the node of a value, given as a path. */
  at(...path: readonly string[]): Node | undefined;
  /** Whether a switch is on. */
  isTrue(...path: readonly string[]): boolean;
}

/** Returns Claude Code's managed settings of a device; undefined if they are not given. */
export function codeSettingsOf({ claudeCode }: EffectiveInput): CodeSettings | undefined {
  const tree = claudeCode?.settings;
  if (!tree) return undefined;
  const { uri, root } = tree;
  const at = (...path: readonly string[]) => path.reduce<Node | undefined>((node, key) => child(node, key), root);
  return {
    uri,
    root,
    voidsPolicy: stringOf(child(root, 'parentSettingsBehavior')) !== 'merge',
    at,
    isTrue: (...path) => toValue(at(...path)) === true,
    origin(...path) {
      const found = property(at(...path.slice(0, -1)), path.at(-1) ?? '');
      return found ? originOf(uri, found) : null;
    },
  };
}
