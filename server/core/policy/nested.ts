import { catalogue } from './catalogue.ts';

/** The clusters of the nested format whose name is not also a flat key. */
export const clusters: ReadonlySet<string> = new Set(
  `inference mcp models workspace authentication autoUpdate lifecycle telemetry otlp plugins extensions codeSurface
    coworkSurface chatSurface tokenLimits appearance featureDiscovery bootstrap`.split(/\s+/),
);

/** Maps each path of the nested format that leads to a flat key to that key. */
export const nestedNames: ReadonlyMap<string, string> = new Map(
  catalogue.keys.flatMap(({ key, nestedPath }) => (nestedPath?.includes('.') ? [[nestedPath, key] as const] : [])),
);
export const nestedSteps: ReadonlySet<string> = new Set(
  [...nestedNames.keys()].flatMap((path) => {
    const steps = path.split('.');
    return steps.slice(1, -1).map((_, i) => steps.slice(0, i + 2).join('.'));
  }),
);
