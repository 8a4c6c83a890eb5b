import { type Comparison, isDangerous } from '../../core/index.ts';
import { changeKinds, settingClasses } from '../../core/vocabulary/changes.ts';
import { UsageError } from '../usage.ts';

/** Returns whether a comparison has what a word of `--fail-on` names. */
type Test = (comparison: Comparison) => boolean;

const isLooser: Test = ({ counts }) => isDangerous(counts);
const isAny: Test = ({ changes, settings, source }) => changes.length + settings.length > 0 || source !== null;
const hasClass =
  (of: string): Test =>
  ({ changes, settings }) =>
    changes.some(({ kind }) => kind === of) || settings.some((setting) => setting.class === of);

/** Every class by its name, and the words that stand for several. */
const tests: ReadonlyMap<string, Test> = new Map<string, Test>([
  ...[...changeKinds, ...settingClasses].map((each) => [each, hasClass(each)] as const),
  ['looser', isLooser],
  ['newly-active', ({ counts }) => counts['newly-active'] + counts.redirected > 0],
  ['reach', ({ counts }) => counts.settings.looser + counts.settings['not-comparable'] > 0],
  ['any', isAny],
  ['error', isLooser],
  ['warning', ({ counts, source }) => isDangerous(counts) || counts.unordered > 0 || source !== null],
  ['info', isAny],
]);

/** Reads the value of `--fail-on`: words separated by commas. Throws a usage error for a word that is none. */
export function failTest(value: string): Test {
  const wanted = value.split(',').map((word) => {
    const found = tests.get(word.trim());
    if (!found) {
      throw new UsageError(
        `--fail-on must be one of ${[...tests.keys()].join(', ')}, or several with commas; not '${word.trim()}'`,
      );
    }
    return found;
  });
  return (comparison) => wanted.some((test) => test(comparison));
}
