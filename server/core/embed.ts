import type { Severity } from './base/text.ts';
import type { Node, Path } from './syntax/node.ts';

/** Declares that documents of a kind hold content of another kind, whose rules and features then hold there too. */
export interface Embed {
  /** Where the content is: a path whose `*` stands for any step. It ends with a key. */
  readonly at: readonly string[];
  /** The id of the content's kind. */
  readonly kind: string;
  /** The key below which a file of that kind has the same content; absent: the content is all of such a file. */
  readonly below?: string;
  /** The content is a list. Otherwise it is an object, or each object of a list of paths and objects. */
  readonly isList?: true;
  /** What a refused entry costs here, where that is more than the entry. */
  readonly consequence?: Consequence;
  /** The severest level of rules about whose findings less is known here than in a file of their own. */
  readonly atMost?: Readonly<Record<string, Severity>>;
  /** No app reads the content here, and a rule of the holding kind says so: what else is wrong with it is not told. */
  readonly isUnread?: true;
  /** Whether other files may count on what the content of the file at `uri` defines; absent: they may. */
  readonly defines?: (uri: string) => boolean;
  /** The folder of the plugin that the content at `path` belongs to; absent: the plugin that holds the file. */
  readonly folderOf?: (uri: string, root: Node | undefined, path: Path) => string | undefined;
}

/** What it costs when the app refuses an entry: `the plugin fails to load`. */
export interface Consequence {
  readonly clause: string;
  readonly severity: Severity;
}
