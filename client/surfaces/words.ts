import type { SurfacesAnswer } from '../../server/protocol.ts';

export type Group = SurfacesAnswer['groups'][number];
export type Surface = SurfacesAnswer['surfaces'][number];
export type Delivery = Surface['delivery'];
export type Verdict = NonNullable<Surface['cells'][Group['type']]>;

interface Sign {
  readonly word: string;
  readonly icon: string;
}

/** The words and icons of the page; colours stand in its style, by state. */
export const states: Readonly<Record<Surface['state'], Sign>> = {
  yes: { word: 'Works', icon: 'pass' },
  partly: { word: 'Partly', icon: 'color-mode' },
  no: { word: 'Does not', icon: 'circle-slash' },
  unknown: { word: 'Unknown', icon: 'question' },
};

/** The same for how a plugin gets there. */
export const deliveries: Readonly<Record<Surface['state'], Sign>> = {
  yes: { word: 'Delivered', icon: 'pass' },
  partly: { word: 'To be set up', icon: 'color-mode' },
  no: { word: 'Not from here', icon: 'circle-slash' },
  unknown: { word: 'Unknown', icon: 'question' },
};

/** What is not documented is marked, and said in words. */
export const doubts: Readonly<Partial<Record<Surface['certainty'], string>>> = {
  'third-party': 'third-party',
  reading: 'our reading',
};

/** The same in full, for the notes. */
export const certainties: Readonly<Record<Surface['certainty'], Sign>> = {
  documented: { word: 'Documented', icon: 'book' },
  validator: { word: 'Checked with the app', icon: 'verified' },
  'third-party': { word: 'Third-party report', icon: 'lightbulb' },
  reading: { word: 'Our reading', icon: 'lightbulb' },
  unknown: { word: 'Not written anywhere', icon: 'question' },
};

export const places: Readonly<Record<SurfacesAnswer['place'], string>> = {
  'org-plugins': 'an org-plugins folder',
  marketplace: 'a marketplace',
  folder: 'a folder of its own',
};
