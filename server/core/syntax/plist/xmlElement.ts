import type { TextRange } from '../../base/text.ts';

/** A possibly incomplete element; without a closing tag, its range ends with its content. */
export interface XmlElement {
  readonly name: string;
  readonly parent: XmlElement | undefined;
  readonly children: readonly XmlElement[];
  /** The whole element, including tags. */
  readonly range: TextRange;
  /** The range between the tags; for a self-closing element, the offset after it. */
  readonly inner: TextRange;
  readonly opening: TextRange;
  readonly state: 'closed' | 'empty' | 'open';
  /** The text of the characters, entities and CDATA sections in a text element. */
  readonly text: string;
  /** Character data directly inside an element that may contain only elements. */
  readonly stray: TextRange | undefined;
}

/** The elements of an XML dialect. */
export interface XmlNames {
  /** Elements that contain text and no elements. */
  readonly texts: ReadonlySet<string>;
  /** Elements that contain elements and no text. */
  readonly containers: ReadonlySet<string>;
  /** Elements that are always empty. */
  readonly empty: ReadonlySet<string>;
}
