import type { SymbolType } from '../../model.ts';

/** Whether a symbol can have a name wherever it is used: names become part of file names, of `/name`, and of `mcp__server__tool`. */
export function isName(symbolType: SymbolType, name: string): boolean {
  if (symbolType === 'option') return /^[A-Za-z_]\w*$/.test(name);
  // Two underscores begin the name of the tool.
  if ((symbolType === 'server' || symbolType === 'plugin') && /__|_$/.test(name)) return false;
  return (symbolType === 'command' ? /^[A-Za-z\d][\w:-]*$/ : /^[A-Za-z\d][\w-]*$/).test(name);
}

/** In bytes: file systems allow 255, and an extension is added. */
const longestName = 240;

/** Returns why a file system does not allow `name` as a file name; undefined if all do. */
export function whyNoFileName(name: string): string | undefined {
  const isForm = /^[^/\\:*?"<>|\p{Cc}\p{Surrogate}]+$/u.test(name) && !/[. ]$/.test(name);
  if (!isForm || /^(con|prn|aux|nul|(com|lpt)\d)(\.|$)/i.test(name)) return `\`${name}\` cannot be the name of a file.`;
  if (encodeURIComponent(name).replaceAll(/%../g, '.').length > longestName) return 'This name is too long for a file.';
  return undefined;
}
