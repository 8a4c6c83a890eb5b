/** Which format a text is in: how it begins tells, so that a text keeps its format while it is edited. */
export function formatOf(text: string): 'json' | 'plist' | 'registry' {
  if (/^\uFEFF?\s*<|^bplist/.test(text)) return 'plist';
  return /^\uFEFF?\s*(Windows Registry|REGEDIT4|;|\[-?HKEY_)/i.test(text) ? 'registry' : 'json';
}
