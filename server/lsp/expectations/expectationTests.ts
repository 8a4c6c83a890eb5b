import {
  breakOf,
  type Diagnostic,
  type Document,
  failures,
  fleetOf,
  levelOf,
  moved,
  parse,
  type TestedFleet,
  testPlan,
  testRules,
  verdictsOf,
} from '../../core/index.ts';
import type { Settings } from '../../settings.ts';
import type { Publisher } from '../publisher.ts';
import type { EvaluatedFleet, FleetEvaluator, FleetState } from './fleetEvaluator.ts';

/** What tests read of a session, and where they publish. */
interface TestsState extends FleetState {
  readonly settings: Settings;
  readonly publisher: Publisher;
  readonly fleets: FleetEvaluator;
  lintNow(): void;
}

/** A fleet whose expectations were tested, or why they could not be. */
type FleetOutcome = TestedFleet & ({ readonly evaluated: EvaluatedFleet } | { readonly problem: string });

/** All fleets of one file of expectations. */
export interface TestedFile {
  readonly document: Document;
  readonly outcomes: readonly FleetOutcome[];
}

/**
 * Tests the expectations of the workspace when typing has paused. A fleet is evaluated again only if a file changed that it
 * depends on. While such a file cannot be parsed, the results of before stay.
 */
export class ExpectationTests {
  #files = new Map<string, TestedFile>();
  /** Findings by the file of expectations. */
  #found = new Map<string, readonly Diagnostic[]>();
  #reading: Promise<void> = Promise.resolve();

  constructor(readonly session: TestsState) {}

  /** Tests what may have changed, and publishes the findings. Reads files outside of the workspace afterwards, and tests again. */
  update(): void {
    const before = this.#touched();
    const documents = [...this.session.workspace.all()].filter(({ kind }) => kind.id === 'expectations');
    const files = new Map<string, TestedFile>();
    const found = new Map<string, readonly Diagnostic[]>();
    for (const document of documents) {
      const tested = this.#test(document);
      const known = this.#files.get(document.uri);
      const file = tested ?? known;
      if (file) files.set(document.uri, file);
      found.set(document.uri, tested ? this.#diagnostics(tested) : (this.#found.get(document.uri) ?? []));
    }
    this.#files = files;
    this.#found = found;
    for (const uri of new Set([...before, ...this.#touched()])) this.#publish(uri);
    this.#reading = this.#read();
  }

  /** Returns the results, after everything has been read. */
  async results(): Promise<readonly TestedFile[]> {
    for (let reading: Promise<void> | undefined; reading !== this.#reading; ) {
      reading = this.#reading;
      await reading;
    }
    return [...this.#files.values()];
  }

  /** Moves findings along with typed text. */
  move(uri: string, before: string, after: string): void {
    for (const [file, diagnostics] of this.#found) {
      if (!diagnostics.some((each) => each.uri === uri)) continue;
      const others = diagnostics.filter((each) => each.uri !== uri);
      const own = diagnostics.filter((each) => each.uri === uri);
      this.#found.set(file, [...others, ...moved(own, before, after)]);
    }
    this.#publish(uri);
  }

  async #read(): Promise<void> {
    if (await this.session.fleets.readWanted()) this.session.lintNow();
  }

  #touched(): string[] {
    return [...this.#found.values()].flatMap((diagnostics) => diagnostics.map(({ uri }) => uri));
  }

  #publish(uri: string): void {
    const all = [...this.#found.values()].flat();
    this.session.publisher.publishTests(
      uri,
      all.filter((each) => each.uri === uri),
    );
  }

  /** Returns undefined if the results of before stay, because something cannot be parsed or is being read. */
  #test(document: Document): TestedFile | undefined {
    const parsed = parse(document);
    const near = this.session.fleets.nearest(document.uri);
    if (breakOf(parsed) || !near.isReadable) return undefined;
    const outcomes: FleetOutcome[] = [];
    for (const { fleet, expectations } of testPlan(parsed.root, Object.keys(near.settings.fleets ?? {})).fleets) {
      const evaluated = this.session.fleets.evaluate(near, fleet);
      if (evaluated === 'later') return undefined;
      if ('problem' in evaluated) outcomes.push({ fleet, verdicts: [], problem: evaluated.problem });
      else outcomes.push({ fleet, verdicts: verdictsOf(expectations, fleetOf(evaluated.input)), evaluated });
    }
    return { document, outcomes };
  }

  #diagnostics({ document, outcomes }: TestedFile): Diagnostic[] {
    const { workspace } = this.session;
    const { uri } = document;
    const failed = failures(uri, outcomes, (each) => workspace.get(each) !== undefined).map((failure) => ({
      uri: failure.uri,
      range: oneLine(workspace.get(failure.uri)?.text ?? '', failure.range),
      message: failure.message,
      rule: testRules[failure.outcome],
      ...(failure.uri !== uri && {
        related: [{ uri, range: () => failure.expectation.range, message: 'This is expected.' }],
      }),
    }));
    const start = document.text.indexOf('{');
    const untested = outcomes.flatMap((outcome) =>
      'problem' in outcome
        ? [
            {
              uri,
              range: { start, end: start + 1 },
              message: `Not tested${outcome.fleet === undefined ? '' : ` on fleet \`${outcome.fleet}\``}: ${outcome.problem}.`,
              rule: testRules.untested,
            },
          ]
        : [],
    );
    return [...failed, ...untested].flatMap(({ rule, ...finding }) => {
      const level = levelOf(rule, 'expectations', this.session.settings.rules ?? {}) ?? rule.severity;
      return level === 'off' ? [] : [{ ...finding, rule: rule.id, severity: level }];
    });
  }
}

/** Limits a range to its first line: an entry of many lines would be underlined as a whole. */
function oneLine(text: string, { start, end }: Diagnostic['range']): Diagnostic['range'] {
  const line = text.slice(start, end).search(/[\r\n]/);
  return { start, end: line < 0 ? end : start + line };
}
