/** Repeats a request with increasing time limits, in milliseconds, until the answer is enough, since a slow machine needs more time. */
export async function givenTime<T>(ask: (timeout: number) => Promise<T>, isEnough: (answer: T) => boolean): Promise<T> {
  for (let timeout = 300; ; timeout *= 2) {
    const answer = await ask(timeout);
    if (isEnough(answer) || timeout > 30_000) return answer;
  }
}
