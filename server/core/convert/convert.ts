import { policySyntax } from '../kinds/policy/syntax.ts';
import { ConvertError, type PolicyEntry, type PolicyFormat, type WriteOptions } from './model.ts';
import { readPolicy } from './read.ts';
import { type Written, writePolicy } from './write.ts';

export interface Converted extends Written {
  /** What the new file does not say, a sentence each. */
  readonly warnings: readonly string[];
}

/**
 * The policy `text`, of any format, in the format `to`: equal by value, which is checked by reading the result back.
 * @throws ConvertError when the text is no policy, cannot be read, or holds what the format cannot.
 */
export function convert(text: string, to: PolicyFormat, options: WriteOptions): Converted {
  const parsed = policySyntax.parse(text);
  const broken = parsed.problems.find(({ severity, inValue }) => severity === undefined && !inValue);
  if (broken) throw new ConvertError(broken.message);
  const { entries, warnings, identifier, isUserPolicy } = readPolicy(parsed);
  const written = writePolicy(entries, to, { identifier, isUserPolicy, ...options });
  if (!isSame(entries, readPolicy(policySyntax.parse(written.text)).entries))
    throw new ConvertError(
      'The result does not read back as the same policy, so it is not written. This is a mistake of Plugboard.',
    );
  return { ...written, warnings };
}

const isSame = (a: readonly PolicyEntry[], b: readonly PolicyEntry[]): boolean =>
  JSON.stringify(a) === JSON.stringify(b);
