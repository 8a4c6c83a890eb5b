import type { Target } from '../../model.ts';
import { type RenamedKey, renamedKeys } from '../catalogue.ts';
import type { Json, PolicyEntry } from '../convert/policyFormat.ts';
import { defaultOf } from '../keyFlags.ts';
import { isOver } from '../standing.ts';

export interface ProfileValue {
  readonly value: Json;
  /** The old name under which it is set. */
  readonly renamed?: RenamedKey;
}

/** The values of a policy, including old names and defaults. */
export class PolicyValues {
  readonly #values: ReadonlyMap<string, Json>;
  readonly #target: Target;

  constructor(entries: readonly PolicyEntry[], target: Target) {
    // An empty string and null set nothing that can be compared.
    const set = entries.filter(({ value }) => value !== '' && value !== null);
    this.#values = new Map(set.map(({ key, value }) => [key, value]));
    this.#target = target;
  }

  /** Returns the value of `key`, under its name or an old one. */
  find(key: string): ProfileValue | undefined {
    const value = this.#values.get(key);
    if (value !== undefined) return { value };
    for (const renamed of renamedKeys.values()) {
      const old = renamed.replacedBy === key ? this.#values.get(renamed.key) : undefined;
      if (old !== undefined) return { value: old, renamed };
    }
    return undefined;
  }

  /** Whether the app rejects the name under which a value is set. */
  isRefused({ renamed }: ProfileValue): boolean {
    return renamed !== undefined && isOver(renamed, this.#target);
  }

  /** Returns the default of `key` in the minimum version, if it is known. */
  defaultOf(key: string): Json | undefined {
    return defaultOf(key, this.#target.minimumVersion) as Json | undefined;
  }

  /** Returns the effective value of `key`. */
  valueOf(key: string): Json | undefined {
    return this.find(key)?.value ?? this.defaultOf(key);
  }

  /** Whether the app fetches a configuration that replaces this one. Source: the bootstrap page. */
  get isReplaced(): boolean {
    return this.#values.has('bootstrapUrl') && this.#values.get('bootstrapEnabled') !== false;
  }
}
