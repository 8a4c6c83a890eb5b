import type { CodeLens, InlayHint } from 'vscode-languageserver';
import type { InlayHint as CoreHint, CodeLens as CoreLens, Lines } from '../core/index.ts';
import { commands } from '../protocol.ts';
import type { Client } from './client.ts';
import { type Texts, toLocation, toPlace, toRange } from './convert.ts';

/** The conversion of lenses and hints to the protocol. */

/** For a client without this extension's commands, the lens is only text. */
export function toCodeLens(lens: CoreLens, uri: string, texts: Texts, client: Client): CodeLens {
  const { title, tooltip, leads } = lens;
  const range = toRange(texts.lines(uri), lens.range);
  const said = { title, ...(tooltip !== undefined && { tooltip }) };
  if (!leads || !client.commands) return { range, command: { ...said, command: '' } };
  switch (leads.to) {
    case 'file': {
      const place = toPlace(texts, leads.uri, { start: 0, end: 0 });
      return { range, command: { ...said, command: commands.openPlace, arguments: [place] } };
    }
    case 'server':
      return { range, command: { ...said, command: commands.showEffectiveTools, arguments: [leads.server] } };
    case 'references': {
      const places = leads.places.map((place) => toLocation(place, texts));
      const of = [texts.spelling(uri), range.start, places];
      return { range, command: { ...said, command: commands.showReferences, arguments: of } };
    }
  }
}

/** If a line decides, a click on the hint opens it. */
export const toInlayHint = ({ offset, label, tooltip, origin }: CoreHint, lines: Lines, texts: Texts): InlayHint => ({
  position: lines.positionAt(offset),
  label: origin ? [{ value: label, location: toLocation(origin, texts) }] : label,
  paddingLeft: true,
  ...(tooltip && { tooltip }),
});
