import fs from 'node:fs';
import { kinds } from '../core/index.ts';
import * as disk from '../disk/files.ts';
import type { Host, Timer } from './host.ts';

const timer: Timer = (callback, milliseconds) => {
  const handle = setTimeout(callback, milliseconds);
  return () => clearTimeout(handle);
};

/** The pages of the rules are next to the program; a missing page has no URL. */
function rulePages(): (rule: string) => string | undefined {
  const folder = new URL('rules/', import.meta.url);
  const pages = new Set(fs.existsSync(folder) ? fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }) : []);
  return (rule) => {
    const page = `${rule}.md`;
    return pages.has(page.replaceAll('/', process.platform === 'win32' ? '\\' : '/'))
      ? new URL(page, folder).href
      : undefined;
  };
}

/** The server's environment in Node: disk, clock, all kinds of documents. */
export const nodeHost = (): Host => ({
  kinds,
  files: disk,
  timer,
  now: () => new Date().toISOString(),
  rulePage: rulePages(),
});
