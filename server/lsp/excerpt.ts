import { mask, maskedText, normalise } from '../core/index.ts';
import type { LinesAnswer, LinesParams } from '../protocol.ts';
import type { Session } from './session.ts';
import { labelOf } from './sources.ts';

/** How many lines are shown before and after the one that is meant. */
const around = 2;
/** A line is cut to so many characters. */
const width = 160;

/** A line of a file and what stands around it, without its secrets; null where the file is not known. */
export function excerpt(session: Session, { uri, line }: LinesParams): LinesAnswer | null {
  const address = normalise(uri);
  const text = textOf(session, address);
  return text === undefined ? null : excerptOf(session, address, text, line);
}

/** The text of a file of the workspace, of one that is open, or of a chosen source. */
export const textOf = ({ workspace, open, sourceTexts }: Session, uri: string): string | undefined =>
  workspace.get(uri)?.text ?? open.get(uri)?.getText() ?? sourceTexts.get(uri);

/** Returns a line of a text at hand and what stands around it, without its secrets. */
export function excerptOf(session: Session, uri: string, text: string, line: number): LinesAnswer {
  const shown = withoutSecrets(session, uri, text).split(/\r\n|\n|\r/);
  const at = Math.max(0, Math.min(line, shown.length - 1));
  const first = Math.max(0, at - around);
  const lines = shown
    .slice(first, at + around + 1)
    .map((each, index) => ({ number: first + index + 1, text: each.slice(0, width) }));
  return { label: labelOf(session, uri), lines };
}

/** A document is masked by its structure, another text by its look. */
function withoutSecrets(session: Session, uri: string, text: string): string {
  const document = session.workspace.get(uri);
  return document?.text === text ? maskedText(document) : mask(text);
}
