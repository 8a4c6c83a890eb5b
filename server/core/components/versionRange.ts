const version = /^v?(?:\d+|[xX*])(?:\.(?:\d+|[xX*])(?:\.(?:\d+|[xX*])(?:-[\w.-]+)?(?:\+[\w.-]+)?)?)?$/;
const operator = /^(?:[<>]=?|=|\^|~>?)/;

/** Whether a part of a range is two versions with `-` between them, or comparators. An operator may be separated by a space. */
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

/** Whether a string is a range of versions: parts separated by `||`. An empty part means any version. */
export const isVersionRange = (text: string): boolean => text.split('||').every(isPart);
