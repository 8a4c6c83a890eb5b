import type { Editor } from '../../model.ts';
import { nearest } from '../../suggest.ts';
import { type Node, propertiesOf } from '../../syntax/node.ts';
import type { Problem } from '../../text.ts';
import { hookEvents } from './hookEvents.ts';

/** Tells of names that are no event. */
export function* unknownEvents(map: Node | undefined, edit: Pick<Editor, 'renameKey'>): Generator<Problem> {
  for (const property of propertiesOf(map)) {
    // `hooks` inside of `hooks` is a mistake of its own.
    if (Object.hasOwn(hookEvents, property.key) || property.key === 'hooks') continue;
    const near = nearest(property.key, Object.keys(hookEvents));
    yield {
      range: property.keyNode.range,
      message: `There is no event \`${property.key}\`, so these hooks never run.${near ? ` Did you mean \`${near}\`?` : ''}`,
      ...(near && { fixes: [{ title: `Change to \`${near}\``, edits: [edit.renameKey(property, near)] }] }),
    };
  }
}
