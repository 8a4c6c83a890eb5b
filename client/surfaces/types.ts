import type { SurfacesAnswer } from '../../server/protocol.ts';

export type Group = SurfacesAnswer['groups'][number];
export type Surface = SurfacesAnswer['surfaces'][number];
export type Verdict = NonNullable<Surface['cells'][Group['type']]>;
