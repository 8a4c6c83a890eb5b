import fs from 'node:fs';
import path from 'node:path';
import { ConvertError, type Converted, convert, policyFormats, policySyntax } from '../../core/index.ts';
import { encode } from '../../disk/encoding.ts';
import { commonHelp, oneOf, readArgs } from '../args.ts';
import { readParsed } from '../device.ts';
import { existing, readText, shownPath } from '../opened.ts';
import { complain } from '../terminal.ts';
import { UsageError } from '../usage.ts';

export const help = `Usage: plugboard convert FILE --to FORMAT [options]

Converts a policy to another format. The result is read back and compared before it is written.
FILE is JSON (flat, nested, or a list of servers), a .mobileconfig, a .plist or a .reg.

  --to FORMAT              json, mobileconfig, plist, reg or linux (/etc/claude-desktop/managed-settings.json)
  --output FILE            where to write (default: standard output)
  --force                  replace an existing file
  --identifier ID          PayloadIdentifier of a profile; its UUIDs are derived from it (default: that of FILE, else
                           com.anthropic.claudefordesktop.policy)
  --display-name NAME      name that users see for a profile (default: Claude Desktop)

A .reg file is written as by the registry editor: UTF-16 with a byte order mark. What the new file leaves out is listed on
standard error.
${commonHelp}`;

export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArgs(args, {
    to: { type: 'string' },
    output: { type: 'string' },
    force: { type: 'boolean' },
    identifier: { type: 'string' },
    'display-name': { type: 'string' },
  });
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0) throw new UsageError('name one policy to convert');
  if (values.to === undefined) throw new UsageError(`name the format with --to: ${policyFormats.join(', ')}`);
  const to = oneOf('--to', values.to, policyFormats);
  const { identifier, 'display-name': displayName, output, force } = values;
  const uri = existing(file);
  const text = readText(uri);
  readParsed(uri, text, policySyntax);
  const converted = converting(shownPath(uri), () =>
    convert(text, to, { ...(identifier && { identifier }), ...(displayName && { displayName }) }),
  );
  writeBytes(encode(converted.text, converted.encoding === 'utf-16le' ? 'utf16le' : 'utf8'), output, force ?? false);
  for (const warning of converted.warnings) complain(warning);
  return 0;
}

function converting(file: string, work: () => Converted): Converted {
  try {
    return work();
  } catch (error) {
    if (error instanceof ConvertError) throw new UsageError(`${file}: ${error.message}`);
    throw error;
  }
}

/** Writes to a file or to standard output. An existing file is replaced only with `force`. */
export function writeBytes(bytes: Buffer, output: string | undefined, force: boolean): void {
  if (output === undefined) {
    process.stdout.write(bytes);
    return;
  }
  try {
    fs.mkdirSync(path.dirname(path.resolve(output)), { recursive: true });
    fs.writeFileSync(output, bytes, { flag: force ? 'w' : 'wx' });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    throw new UsageError(
      code === 'EEXIST' ? `${output} already exists; --force replaces it` : `${output} cannot be written (${code})`,
    );
  }
}
