import type { CodeLens, InlayHint } from 'vscode-languageserver';
import type { InlayHint as CoreHint, CodeLens as CoreLens, Lines } from '../core/index.ts';
import { commands } from '../protocol.ts';
import type { Client } from './client.ts';
import { type Texts, toLocation, toPlace, toRange } from './convert.ts';

/** What stands above and beside the lines, in the protocol's words. */

/** A client that lacks this extension's commands shows the words alone. */
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

/** With the line that makes it so, a click on the remark leads there. */
export const toInlayHint = ({ offset, label, tooltip, origin }: CoreHint, lines: Lines, texts: Texts): InlayHint => ({
  position: lines.positionAt(offset),
  label: origin ? [{ value: label, location: toLocation(origin, texts) }] : label,
  paddingLeft: true,
  ...(tooltip && { tooltip }),
});
