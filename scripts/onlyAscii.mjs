// Keeps bundles free of characters beyond ASCII. esbuild escapes those in strings, but not in regular expressions, and V8 holds
// a source with a single one of them in two bytes per character, which takes longer to decode and to parse.
import fs from 'node:fs';

const beyond = /[^\0-\x7f]/g;

/** Writes each UTF-16 unit beyond ASCII as `\uXXXX`, which means the same in strings, templates and regular expressions. */
export const escaped = (text) =>
  text.replaceAll(beyond, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** An esbuild plugin for all sources that no plugin before it has loaded. */
export const onlyAscii = {
  name: 'only ASCII',
  setup(build) {
    build.onLoad({ filter: /\.[cm]?[jt]s$/ }, ({ path: file }) => {
      const contents = fs.readFileSync(file, 'utf8');
      const ascii = escaped(contents);
      return ascii === contents ? undefined : { contents: ascii, loader: file.endsWith('ts') ? 'ts' : 'js' };
    });
  },
};
