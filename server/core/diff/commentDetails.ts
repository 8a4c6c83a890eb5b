import type { EffectiveTool, Step, Surface } from '../effective/model.ts';
import { certainties } from '../vocabulary/certainties.ts';
import { surfaceNames } from '../vocabulary/names.ts';
import { states } from '../vocabulary/states.ts';
import { code, sentence } from '../writers/pageMarkdown.ts';
import type { Change, Comparison, SpotOf } from './model.ts';
import { isSameBeyondTranslation } from './order.ts';

/** The maximum number of tools that are explained. */
const most = 5;

type OnSurface = readonly [Surface, EffectiveTool];

/** For tools that become looser on only some surfaces: which line decides on each, and which line it overrules. */
export function differenceDetails({ after, changes }: Comparison, spotOf: SpotOf): string[] {
  const tools = changes.flatMap((change) =>
    change.kind === 'looser' && change.elsewhere.length > 0 ? change.tools.map((tool) => ({ change, tool })) : [],
  );
  return tools.slice(0, most).flatMap(({ change, tool }) => {
    const found = Object.entries(after.surfaces).flatMap(([surface, { builtinTools, servers }]): OnSurface[] => {
      const list = change.of === 'builtin' ? builtinTools : (servers.find((each) => isOf(change, each))?.tools ?? []);
      const one = list.find(({ name }) => name === tool);
      return one && one.state !== 'absent' ? [[surface as Surface, one]] : [];
    });
    return explain(tool, found, spotOf);
  });
}

const isOf = ({ server, layer, plugin }: Change, other: { name: string; layer: string; plugin: string | null }) =>
  other.name === server && other.layer === layer && other.plugin === plugin;

function explain(tool: string, found: readonly OnSurface[], spotOf: SpotOf): string[] {
  const [first] = found;
  const other = found.find(([, { state }]) => first && !isSameBeyondTranslation({ is: state }, { is: first[1].state }));
  if (!first || !other) return [];
  const step = ({ text, origin, why }: Step, isOverruled: boolean): string => {
    const spot = origin && spotOf(origin, 'new');
    return `${code(text)}${spot ? ` (line ${spot.line})` : isOverruled ? '' : `: ${sentence(why)}`}`;
  };
  const rows = found.map(([surface, { state, steps, certainty }]) => {
    const [decides, overruled] = [['decides'], ['overruled']].map(([outcome]) =>
      steps
        .filter((each) => each.outcome === outcome)
        .map((each) => step(each, outcome === 'overruled'))
        .join(', '),
    );
    const known = certainties[certainty].label.toLowerCase();
    return `| ${surfaceNames[surface]}: **${states[state].label}** | ${decides} | ${overruled} | ${known} |`;
  });
  return [
    `<details><summary>Why do ${surfaceNames[first[0]]} and ${surfaceNames[other[0]]} differ for ${summaryCode(tool)}?</summary>`,
    '',
    '| Surface | Decides | Overruled | Certainty |',
    '|---|---|---|---|',
    ...rows,
    '',
    ...advice(first[1], other[1], spotOf),
    '</details>',
    '',
  ];
}

/** Inside HTML, Markdown's code notation is not rendered. */
const summaryCode = (text: string): string => {
  const shown = code(text);
  return shown.startsWith('`') ? `<code>${sentence(shown.slice(1, -1))}</code>` : shown;
};

/** Without an exact allow, its only wildcard decides on all surfaces. */
function advice({ state, steps, rule }: EffectiveTool, other: EffectiveTool, spotOf: SpotOf): string[] {
  const [decides, overruled, ...more] = steps;
  const spot = decides?.origin && spotOf(decides.origin, 'new');
  const isSimple = overruled?.outcome === 'overruled' && more.length === 0 && rule.kind === 'exact';
  if (state !== 'allow' || other.state !== 'ask' || !isSimple || !spot) return [];
  return [`To ask everywhere, remove the entry of this tool in line ${spot.line}.`];
}
