/** The maximum size that is kept, in bytes and lines. */
const bytes = 8000;
const lines = 10;

/** The last lines of a program's output. */
export class Tail {
  #kept = Buffer.alloc(0);

  add(chunk: Buffer): void {
    const last = chunk.subarray(Math.max(0, chunk.length - bytes));
    const before = this.#kept.subarray(Math.max(0, this.#kept.length + last.length - bytes));
    this.#kept = Buffer.concat([before, last]);
  }

  lines(): string {
    return this.#kept.toString('utf8').trim().split(/\r?\n/).slice(-lines).join('\n');
  }
}
