import type { TextRange } from '../base/text.ts';
import type { Layer } from '../effective/model.ts';
import type { Location } from './navigation/definitionsAndReferences.ts';

/** A code lens, and the target of a click on it. */
export interface CodeLens {
  readonly range: TextRange;
  readonly title: string;
  readonly tooltip?: string;
  readonly leads?:
    | { readonly to: 'file'; readonly uri: string }
    | { readonly to: 'server'; readonly server: ServerName }
    | { readonly to: 'references'; readonly places: readonly Location[] };
}

/** Identifies a server in the effective tool set. */
export interface ServerName {
  readonly name: string;
  readonly layer: Layer;
  readonly plugin: string | null;
}
