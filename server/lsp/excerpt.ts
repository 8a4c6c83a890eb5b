import { mask, maskedText, normalise } from '../core/index.ts';
import type { LinesAnswer, LinesParams } from '../protocol.ts';
import type { Session } from './session.ts';
import { labelOf } from './sources.ts';

/** The number of lines before and after the requested one. */
const around = 2;
/** The maximum length of a line, in characters. */
const width = 160;

/** Returns a line of a file with its surrounding lines, without secrets; null if the file is unknown. */
export function excerpt(session: Session, { uri, line }: LinesParams): LinesAnswer | null {
  const address = normalise(uri);
  const text = textOf(session, address);
  return text === undefined ? null : excerptOf(session, address, text, line);
}

/** Returns the text of a file of the workspace, of an open file, or of a chosen source. */
export const textOf = ({ workspace, open, sourceTexts }: Session, uri: string): string | undefined =>
  workspace.get(uri)?.text ?? open.get(uri)?.getText() ?? sourceTexts.get(uri);

/** Returns a line of a text with its surrounding lines, without secrets. */
export function excerptOf(session: Session, uri: string, text: string, line: number): LinesAnswer {
  const shown = withoutSecrets(session, uri, text).split(/\r\n|\n|\r/);
  const at = Math.max(0, Math.min(line, shown.length - 1));
  const first = Math.max(0, at - around);
  const lines = shown
    .slice(first, at + around + 1)
    .map((each, index) => ({ number: first + index + 1, text: each.slice(0, width) }));
  return { label: labelOf(session, uri), lines };
}

/** Secrets in a document are found by its structure, in any other text by their shape. */
function withoutSecrets(session: Session, uri: string, text: string): string {
  const document = session.workspace.get(uri);
  return document?.text === text ? maskedText(document) : mask(text);
}
