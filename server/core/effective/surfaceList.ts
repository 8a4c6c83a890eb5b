import { listOf } from '../base/words.ts';
import { type Surface, surfaceNames } from '../vocabulary/names.ts';

/** `Cowork`, `Cowork and Code` */
export const surfaceList = (surfaces: readonly Surface[]): string =>
  listOf(surfaces.map((surface) => surfaceNames[surface]));
