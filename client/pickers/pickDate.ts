import * as vscode from 'vscode';
import type { PackedAnswer } from '../../server/protocol.ts';
import type { Choice } from '../choice.ts';

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

/** Asks for the what-if date: some keys end, and some behaviour begins, on a date. */
export async function pickDate({ result }: PackedAnswer, choice: Choice): Promise<void> {
  const day = await vscode.window.showInputBox({
    title: 'What if today were…',
    prompt: 'A date, e.g. 2027-01-31. Empty: today.',
    value: result.target.date.slice(0, 10),
    validateInput: (text) => (text === '' || isDay(text) ? undefined : 'A date must have the form year-month-day.'),
  });
  if (day !== undefined) choice.setWhatIf({ date: day === '' ? undefined : `${day}T00:00:00Z` });
}
