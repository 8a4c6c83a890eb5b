const number = '(?:\\d+|[xX*])';
const version = `v?${number}(?:\\.${number}(?:\\.${number}(?:-[\\w.-]+)?(?:\\+[\\w.-]+)?)?)?`;
const comparator = `(?:(?:[<>]=?|=|\\^|~>?)\\s*)?${version}`;
const range = new RegExp(`^(?:${version}\\s+-\\s+${version}|${comparator}(?:\\s+${comparator})*|)$`);

/** Whether a text is a range of versions: parts between `||`, each with two ends and `-` between them, or comparators. An empty part is any version. */
export const isVersionRange = (text: string): boolean => text.split('||').every((part) => range.test(part.trim()));
