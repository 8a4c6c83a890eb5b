import type { Interpolation, TextProvider } from '../../model.ts';
import { child, propertiesOf } from '../../syntax/node.ts';
import { parse } from '../../workspace/parse.ts';
import { interpolatedTexts, stretch } from '../shared/texts/texts.ts';
import { optionPrefix } from './manifest.ts';

/** Completes the options of this bundle in the strings that can contain them, in addition to the variables of all bundles. */
export const textsOf = (interpolations: readonly Interpolation[]): TextProvider[] => [
  ...interpolatedTexts(interpolations),
  ...interpolations.flatMap(({ at }): TextProvider[] => (at === 'body' ? [] : [{ at: [at], complete: option }])),
];

const option: TextProvider['complete'] = (context) => {
  const at = stretch(context, /\$(?:\{[\w.]*)?$/, /^[\w.]*\}?/);
  const keys = propertiesOf(child(parse(context.document).root, 'user_config')).map(({ key }) => key);
  return (
    at && {
      ...at,
      items: keys.map((key) => ({ value: `\${${optionPrefix}${key}}`, detail: 'what the user has entered' })),
    }
  );
};
