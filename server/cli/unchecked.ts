import fs from 'node:fs';
import { distinctiveNames, fsPath, isIn, json, nearest, propertiesOf } from '../core/index.ts';
import { readNow } from '../disk/files.ts';
import { type Opened, shownPath } from './opened.ts';

/**
 * Returns why named files and folders were not checked, a sentence each: silence about them would pass for “nothing wrong”. A file of
 * a plugin that no rule reads by itself counts as checked: rules about the plugin look at it.
 */
export function uncheckedNames(uris: readonly string[], { workspace, unreadable }: Opened): string[] {
  const known = new Set(unreadable.map(({ uri }) => uri));
  return uris.flatMap((uri) => {
    if (!fs.statSync(fsPath(uri)).isDirectory()) {
      const isChecked = workspace.get(uri) || workspace.roots.pluginOf(uri) || known.has(uri);
      return isChecked ? [] : [`${shownPath(uri)} ${whyUnchecked(uri)}`];
    }
    const isEmpty = ![...workspace.all()].some((document) => isIn(uri, document.uri));
    return isEmpty && ![...known].some((other) => isIn(uri, other))
      ? [`${shownPath(uri)} contains no plugin or policy files`]
      : [];
  });
}

/** What the file seems to be: a policy whose keys are all misspelled is none to the app either. */
function whyUnchecked(uri: string): string {
  const text = readNow(uri);
  const root = typeof text === 'string' ? json.parse(text).root : undefined;
  for (const { key } of propertiesOf(root)) {
    const meant = nearest(key, distinctiveNames);
    if (meant !== undefined)
      return `was not checked: none of its keys is a policy key. Did you mean ${meant} instead of ${key}?`;
  }
  return 'was not checked: it is neither a policy nor a file of a plugin';
}
