import fs from 'node:fs';
import path from 'node:path';
import { encodePart } from '../../core/writers/pageMarkdown.ts';
import { UsageError } from '../usage.ts';

type Variables = Readonly<Record<string, string | undefined>>;

/**
 * Returns the URL that files of the current folder are relative to, ending with `/`: the one that the option gives, otherwise
 * the one that the variables of GitHub Actions or GitLab CI name; undefined elsewhere. Throws a usage error for an option that
 * is not an HTTP URL without a query.
 */
export function linkBase(option: string | undefined, variables: Variables, cwd: string): string | undefined {
  if (option !== undefined) {
    const url = httpUrl(option);
    if (url === undefined) {
      throw new UsageError(`--link-base must be an http or https URL without ? and #; not '${option}'`);
    }
    return url;
  }
  return ofGitHub(variables, cwd) ?? ofGitLab(variables, cwd);
}

/** A URL from outside is written by the URL parser, so that no sign in it ends the link. */
function httpUrl(text: string): string | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.search !== '' || url.hash !== '') return undefined;
  if (url.username !== '' || url.password !== '') return undefined;
  const address = url.href.split('/').map(unclosed).join('/');
  return address.endsWith('/') ? address : `${address}/`;
}

/** Encodes the signs that Markdown could take for the end of the link. */
const unclosed = (part: string): string => part.replace(/[()|\\]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);

function ofGitHub(of: Variables, cwd: string): string | undefined {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_SHA: commit } = of;
  if (!server || !repository || !commit) return undefined;
  return inRepository(`${server}/${repository}/blob/${commit}`, of.GITHUB_WORKSPACE, cwd);
}

function ofGitLab(of: Variables, cwd: string): string | undefined {
  const { CI_PROJECT_URL: project, CI_COMMIT_SHA: commit } = of;
  return project && commit ? inRepository(`${project}/-/blob/${commit}`, of.CI_PROJECT_DIR, cwd) : undefined;
}

/** Files are named relative to the current folder, which may be below the top of the checkout. */
function inRepository(address: string, top: string | undefined, cwd: string): string | undefined {
  const below = top === undefined ? '' : path.relative(real(top), real(cwd));
  if (below === '..' || below.startsWith(`..${path.sep}`) || path.isAbsolute(below)) return undefined;
  const folders = below === '' ? [] : below.split(path.sep).map(encodePart);
  return httpUrl([address, ...folders].join('/'));
}

const real = (folder: string): string => (fs.existsSync(folder) ? fs.realpathSync(folder) : path.resolve(folder));
