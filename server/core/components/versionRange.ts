const version = /^v?(?:\d+|[xX*])(?:\.(?:\d+|[xX*])(?:\.(?:\d+|[xX*])(?:-[\w.-]+)?(?:\+[\w.-]+)?)?)?$/;
const operator = /^(?:[<>]=?|=|\^|~>?)/;

/** Whether a part of a range is two ends with `-` between them, or comparators. An operator may be a word of its own. */
function isPart(part: string): boolean {
  const words = part.trim().split(/\s+/);
  const [first = '', dash, last = ''] = words;
  if (first === '') return true;
  if (words.length === 3 && dash === '-') return version.test(first) && version.test(last);
  let isOpen = false;
  for (const word of words) {
    const bare: string = isOpen ? word : word.replace(operator, '');
    isOpen = bare === '' && !isOpen;
    if (!isOpen && !version.test(bare)) return false;
  }
  return !isOpen;
}

/** Whether a text is a range of versions: parts between `||`. An empty part is any version. */
export const isVersionRange = (text: string): boolean => text.split('||').every(isPart);
