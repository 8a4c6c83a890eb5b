import * as vscode from 'vscode';
import type { Location, Position, Range } from 'vscode-languageclient/node';

const toPosition = ({ line, character }: Position): vscode.Position => new vscode.Position(line, character);
const toRange = ({ start, end }: Range): vscode.Range => new vscode.Range(toPosition(start), toPosition(end));

/** Shows locations in the editor's list of references. The server does not know the editor's types, so it sends the protocol's. */
export async function showReferences(uri: string, position: Position, places: readonly Location[]): Promise<void> {
  const locations = places.map((place) => new vscode.Location(vscode.Uri.parse(place.uri), toRange(place.range)));
  await vscode.commands.executeCommand(
    'editor.action.showReferences',
    vscode.Uri.parse(uri),
    toPosition(position),
    locations,
  );
}
