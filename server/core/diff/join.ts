import { surfaces as allSurfaces, type Surface } from '../effective/model.ts';
import type { Item } from './items.ts';
import type { CauseRule, Change, ChangeKind, Elsewhere } from './model.ts';
import { isSameBeyondTranslation } from './order.ts';

/** An item that changes on its surface. */
type Changed = Item & { readonly kind: ChangeKind };

const isChanged = (item: Item): item is Changed => item.kind !== 'same';

/** One tool, and the surfaces on which it changes in the same way. */
interface Group {
  /** Preferably an item whose effect is known, and one that is not from Code, whose prompt is a translation. */
  readonly first: Changed;
  readonly others: Changed[];
  readonly doubtful: Surface[];
}

/** Identifies the subject of an item: one tool of one server. */
export const subjectOf = ({ of, layer, plugin, server, tool, unlisted }: Item): string =>
  JSON.stringify([of, layer, plugin, server, tool, unlisted !== null]);

/** Merges items of the same tool on several surfaces, then tools that change in the same way, into changes. */
export function joinChanges(items: readonly Item[], placeKey: (change: Change) => string): Change[] {
  const bySubject = new Map<string, Item[]>();
  for (const item of items) {
    const key = subjectOf(item);
    bySubject.set(key, [...(bySubject.get(key) ?? []), item]);
  }
  const changes = [...bySubject.values()].flatMap((subject) =>
    groups(subject).map((group) =>
      changeOf(
        group,
        subject.filter((item) => !isChanged(item) && !item.isDoubtful),
      ),
    ),
  );
  const joined = new Map<string, [Change, ...Change[]]>();
  for (const change of changes) {
    const key = JSON.stringify({ ...change, tools: [], unlisted: null, cause: null, decides: [] }) + placeKey(change);
    const known = joined.get(key);
    if (known) known.push(change);
    else joined.set(key, [change]);
  }
  return [...joined.values()].map(together);
}

/** Merges changes that differ only in their tools. */
function together(changes: readonly [Change, ...Change[]]): Change {
  const [first, ...others] = changes;
  if (others.length === 0) return first;
  const decides = new Map(changes.flatMap((change) => change.decides).map((place) => [JSON.stringify(place), place]));
  return {
    ...first,
    tools: changes.flatMap(({ tools }) => tools),
    unlisted: changes.find(({ unlisted }) => unlisted !== null)?.unlisted ?? null,
    decides: [...decides.values()],
  };
}

const order: readonly Surface[] = ['cowork', 'chat', 'code'];
const bySurface = (a: Item, b: Item): number =>
  Number(a.isDoubtful) - Number(b.isDoubtful) || order.indexOf(a.surface) - order.indexOf(b.surface);

function groups(subject: readonly Item[]): Group[] {
  const found: Group[] = [];
  for (const item of subject.filter(isChanged).sort(bySurface)) {
    const group = found.find(({ first }) => isAlike(first, item));
    if (!group) found.push({ first: item, others: [], doubtful: [] });
    else if (item.isDoubtful && !group.first.isDoubtful) group.doubtful.push(item.surface);
    else group.others.push(item);
  }
  return found;
}

const isAlike = (a: Item, b: Item): boolean =>
  a.kind === b.kind &&
  isSameBeyondTranslation(a.before, b.before) &&
  isSameBeyondTranslation(a.after, b.after) &&
  JSON.stringify([a.cause.side, a.cause.origin, a.decides?.origin]) ===
    JSON.stringify([b.cause.side, b.cause.origin, b.decides?.origin]);

function changeOf({ first, others, doubtful }: Group, same: readonly Item[]): Change {
  const { kind, of, server, layer, plugin, tool, unlisted, risk, before, after, cause, decides } = first;
  const code = others.find(({ surface }) => surface === 'code');
  const isOwn = code && (code.before.is !== before.is || code.after.is !== after.is);
  return {
    kind,
    of,
    server,
    layer,
    plugin,
    tools: tool === null ? [] : [tool],
    unlisted,
    risk,
    surfaces: allSurfaces.filter((surface) => [first, ...others].some((item) => item.surface === surface)),
    doubtful,
    before,
    after,
    inCode: isOwn ? { before: code.before, after: code.after } : null,
    cause,
    decides: decides ? [decides] : [],
    elsewhere: kind === 'looser' || kind === 'stricter' ? elsewhere(first, same) : [],
    differences: first.differences,
    mistake: first.mistake,
  };
}

/** Returns the surfaces on which the state stays the same, if it differs from the state after the change. */
function elsewhere({ after }: Item, same: readonly Item[]): Elsewhere[] {
  const found: Elsewhere[] = [];
  const isSame = (a: CauseRule, b: CauseRule) => JSON.stringify(a) === JSON.stringify(b);
  for (const { surface, after: kept, cause } of same) {
    if (kept.is === 'active' || kept.is === 'inactive' || kept.is === 'missing' || kept.is === 'absent') continue;
    if (isSameBeyondTranslation(kept, after)) continue;
    const known = found.findIndex(({ state, rule }) => state === kept.is && isSame(rule, cause.rule));
    const entry = found[known];
    if (entry) found[known] = { ...entry, surfaces: [...entry.surfaces, surface] };
    else found.push({ surfaces: [surface], state: kept.is, rule: cause.rule, origin: cause.origin });
  }
  return found;
}
