// The form of a row, and what the rows share.

/**
 * @typedef {object} Row One dimension in which a file grows.
 * @property {string} title
 * @property {readonly number[]} [sizes] the sizes that the full mode tries; default: 100, 1,000 and 10,000
 * @property {(size: number) => Sample} make
 *
 * @typedef {object} Sample
 * @property {string} main the path of the file in which the user types and asks
 * @property {Readonly<Record<string, string>>} files path → text, `main` included
 * @property {string} [at] text in `main` at which the user types and asks; default: in the middle of the file
 * @property {Readonly<Record<string, readonly string[]>>} [tools] known tools by server
 */

/** Returns the list of `size` values that `make` creates from 0, 1, 2 … */
export const list = (size, make) => Array.from({ length: size }, (_, index) => make(index));

/** Returns an object with `size` properties. @param make returns the key and the value */
export const object = (size, make) => Object.fromEntries(list(size, make));

export const json = (value) => `${JSON.stringify(value, null, 2)}\n`;

/** Returns the number of the item in the middle: names of items end with `-` and their number. */
export const middle = (size) => `-${Math.floor(size / 2)}`;

const manifest = json({
  name: 'pilot',
  version: '1.0.0',
  description: 'Guides ships.',
  installationPreference: 'required',
});
export const plugin = 'org-plugins/pilot';

/** Returns a plugin with the files of `inside`, below a policy, if one is given. The first file is the main one. */
export const inPlugin = (inside, rest = {}) => ({
  main: `${plugin}/${Object.keys(inside)[0]}`,
  files: {
    [`${plugin}/.claude-plugin/plugin.json`]: manifest,
    ...Object.fromEntries(Object.entries(inside).map(([path, text]) => [`${plugin}/${path}`, text])),
    ...rest,
  },
});
