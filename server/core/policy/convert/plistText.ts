import { appDomain } from '../../syntax/plist/plistPolicy.ts';
import { payloadUuid } from './payloadUuid.ts';
import { ConvertError, type PolicyEntry, type WriteOptions } from './policyFormat.ts';
import { textOf } from './valueText.ts';

const head = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
`;

/** What XML 1.0 cannot represent, even as an entity: control characters, lone surrogates, two noncharacters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones
const impossible = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u;

/** Characters that some parsers convert to a line feed; as entities they are kept. */
const lineEnds = /[\r\u0085\u2028\u2029]/g;

/** Returns a string as text between tags. */
function xml(text: string, key: string): string {
  if (impossible.test(text))
    throw new ConvertError(`${key ? `\`${key}\`` : 'A key'} contains a character that is not allowed in XML.`);
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(lineEnds, (letter) => `&#${letter.charCodeAt(0)};`);
}

const string = (key: string, text: string, indent: string): string =>
  `${indent}<key>${xml(key, '')}</key>\n${indent}<string>${xml(text, key)}</string>\n`;
const integer = (key: string, value: number, indent: string): string =>
  `${indent}<key>${key}</key>\n${indent}<integer>${value}</integer>\n`;

const keys = (entries: readonly PolicyEntry[], indent: string): string =>
  entries.map(({ key, value }) => string(key, textOf(value), indent)).join('');

/** Writes preferences of the app: one dictionary. Every value is a string, as documented. */
export function writePlist(entries: readonly PolicyEntry[]): string {
  requireNoPayloadField(entries);
  return `${head}<dict>\n${keys(entries, '\t')}</dict>\n</plist>\n`;
}

function requireNoPayloadField(entries: readonly PolicyEntry[]): void {
  const reserved = entries.find(({ key }) => /^Payload/.test(key));
  if (reserved) throw new ConvertError(`\`${reserved.key}\` has a different meaning in a profile.`);
}

/** Writes a configuration profile with one payload for the app. */
export function writeProfile(
  entries: readonly PolicyEntry[],
  { identifier = `${appDomain}.policy`, displayName = 'Claude Desktop' }: WriteOptions,
): string {
  requireNoPayloadField(entries);
  const settings = `${identifier}.settings`;
  return [
    `${head}<dict>\n\t<key>PayloadContent</key>\n\t<array>\n\t\t<dict>\n`,
    string('PayloadType', appDomain, '\t\t\t'),
    string('PayloadIdentifier', settings, '\t\t\t'),
    string('PayloadUUID', payloadUuid(settings), '\t\t\t'),
    integer('PayloadVersion', 1, '\t\t\t'),
    string('PayloadDisplayName', displayName, '\t\t\t'),
    keys(entries, '\t\t\t'),
    '\t\t</dict>\n\t</array>\n',
    string('PayloadDisplayName', displayName, '\t'),
    string('PayloadIdentifier', identifier, '\t'),
    string('PayloadScope', 'System', '\t'),
    string('PayloadType', 'Configuration', '\t'),
    string('PayloadUUID', payloadUuid(identifier), '\t'),
    integer('PayloadVersion', 1, '\t'),
    '</dict>\n</plist>\n',
  ].join('');
}
