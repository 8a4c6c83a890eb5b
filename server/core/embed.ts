import type { Severity } from './base/text.ts';
import type { Node, Path } from './syntax/node.ts';

/** Declares that documents of a kind contain content of another kind, whose rules and features then apply there too. */
export interface Embed {
  /** Where the content is: a path in which `*` matches any step. It ends with a key. */
  readonly at: readonly string[];
  /** The id of the content's kind. */
  readonly kind: string;
  /** The key that contains the same content in a file of that kind; absent: the content is the whole file. */
  readonly below?: string;
  /** The content is a list. Otherwise it is an object, or the objects in a list of paths and objects. */
  readonly isList?: true;
  /** What a rejected entry leads to here, if that is more than the loss of the entry. */
  readonly consequence?: Consequence;
  /** The highest severity of rules whose findings are less certain here than in a separate file, by rule. */
  readonly atMost?: Readonly<Record<string, Severity>>;
  /** No app reads the content here, and a rule of the containing kind says so; other problems in it are not reported. */
  readonly isUnread?: true;
  /** Whether other files may rely on what the content of the file at `uri` defines; absent: they may. */
  readonly defines?: (uri: string) => boolean;
  /** The folder of the plugin to which the content at `path` belongs; absent: the plugin that contains the file. */
  readonly folderOf?: (uri: string, root: Node | undefined, path: Path) => string | undefined;
}

/** What happens if the app rejects an entry: `the plugin fails to load`. */
export interface Consequence {
  readonly clause: string;
  readonly severity: Severity;
}
