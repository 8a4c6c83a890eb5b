import type { TextRange } from '../../base/text.ts';

/** An element of a half-typed text: where it has no end of its own, it ends where its content does. */
export interface XmlElement {
  readonly name: string;
  readonly parent: XmlElement | undefined;
  readonly children: readonly XmlElement[];
  /** The whole element, tags and all. */
  readonly range: TextRange;
  /** Between the tags; of an element that closes itself, the place behind it. */
  readonly inner: TextRange;
  readonly opening: TextRange;
  readonly state: 'closed' | 'empty' | 'open';
  /** What the letters, entities and CDATA sections in an element for text say. */
  readonly text: string;
  /** Letters of an element for elements, where none belong. */
  readonly stray: TextRange | undefined;
}

/** What a dialect of XML is made of. */
export interface XmlNames {
  /** Elements that hold text and no elements. */
  readonly texts: ReadonlySet<string>;
  /** Elements that hold elements and no text. */
  readonly containers: ReadonlySet<string>;
  /** Elements that hold nothing. */
  readonly empty: ReadonlySet<string>;
}
