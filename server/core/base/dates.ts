/** From this instant on, the app rejects the deprecated forms: 2026-10-07, 12:00 Pacific. */
export const deprecationCutoff = '2026-10-07T19:00:00Z';

/** Whether `date`, an instant or a day, is at or after `cutoff`. A day counts from its first moment in UTC. */
export const isAfter = (date: string, cutoff: string): boolean => Date.parse(date) >= Date.parse(cutoff);
