import type { SymbolType } from '../../model.ts';

/** Whether a symbol can be called so wherever it is named: names end up in file names, in `/name`, and between the underscores of `mcp__server__tool`. */
export function isName(symbolType: SymbolType, name: string): boolean {
  if (symbolType === 'option') return /^[A-Za-z_]\w*$/.test(name);
  // Behind two underscores the tool begins.
  if ((symbolType === 'server' || symbolType === 'plugin') && /__|_$/.test(name)) return false;
  return (symbolType === 'command' ? /^[A-Za-z\d][\w:-]*$/ : /^[A-Za-z\d][\w-]*$/).test(name);
}

/** In bytes: file systems take 255, and an ending is added. */
const longestName = 240;

/** Why some system does not take `name` for a file; undefined when all do. */
export function whyNoFileName(name: string): string | undefined {
  const isForm = /^[^/\\:*?"<>|\p{Cc}\p{Surrogate}]+$/u.test(name) && !/[. ]$/.test(name);
  if (!isForm || /^(con|prn|aux|nul|(com|lpt)\d)(\.|$)/i.test(name)) return `\`${name}\` cannot be the name of a file.`;
  if (encodeURIComponent(name).replaceAll(/%../g, '.').length > longestName) return 'This name is too long for a file.';
  return undefined;
}
