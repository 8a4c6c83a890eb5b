import os from 'node:os';
import type { CancellationToken } from 'vscode-languageserver';
import { json, mergeTools, normalise, readKnownTools } from '../../core/index.ts';
import { serversIn, type WrittenServer } from '../../mcp/find.ts';
import { fingerprint } from '../../mcp/fingerprint.ts';
import { type Discovery, failure } from '../../mcp/model.ts';
import { filledIn, type Planned, planOf } from '../../mcp/plan.ts';
import type {
  DiscoverParams,
  DiscoveryPlanAnswer,
  SaveToolsAnswer,
  SaveToolsParams,
  ServerChoice,
  ServerRef,
} from '../../protocol/discovery.ts';
import { notifications, requests } from '../../protocol.ts';
import { toPlace } from '../convert.ts';
import { handle } from '../handle.ts';
import type { Session } from '../session.ts';
import { labelOf } from '../sources.ts';
import { toolsFiles } from './configuration.ts';
import type { Feature } from './feature.ts';

const distrust = 'Servers are not called or run in an untrusted workspace. Trust the workspace first.';
const gone = 'There is no longer a server with this name.';

/**
 * Live discovery of a server's tools. Only `plugboard/discover` calls or runs anything. The client sends it after the user has
 * confirmed a plan, and it is rejected unless the client has said that the workspace is trusted.
 */
export const discovery: Feature = (session) => {
  const { connection } = session;
  connection.onNotification(notifications.trusted, () => {
    session.isTrusted = true;
  });
  connection.onRequest<ServerChoice[], void>(
    requests.servers,
    handle(session, { what: 'servers', empty: [], wait: 'loaded', about: 'workspace' }, () =>
      allServers(session).map((server) => choiceOf(session, server)),
    ),
  );
  connection.onRequest<DiscoveryPlanAnswer, void>(
    requests.planDiscovery,
    handle(
      session,
      { what: 'plan of a discovery', empty: { problem: gone }, wait: 'loaded', about: 'workspace' },
      (ref: ServerRef) => (session.isTrusted ? plan(session, ref) : { problem: distrust }),
    ),
  );
  connection.onRequest<Discovery, void>(
    requests.discover,
    handle(
      session,
      { what: 'discovery', empty: failure('other', gone), wait: 'loaded', about: 'workspace' },
      (params: DiscoverParams, token) =>
        session.isTrusted ? discover(session, params, token) : failure('other', distrust),
    ),
  );
  connection.onRequest<SaveToolsAnswer | null, void>(
    requests.saveTools,
    handle(
      session,
      { what: 'saving tools', empty: null, wait: 'loaded', about: 'workspace' },
      (params: SaveToolsParams) => merged(session, params),
    ),
  );
  return {};
};

const allServers = ({ workspace }: Session): WrittenServer[] =>
  [...workspace.all()].flatMap((document) => serversIn(document, workspace.roots));

function choiceOf(session: Session, { uri, name, layer, plugin, range }: WrittenServer): ServerChoice {
  return {
    uri: session.texts.spelling(uri),
    name,
    layer,
    plugin: plugin?.directory ?? null,
    label: labelOf(session, uri),
    place: toPlace(session.texts, uri, range),
  };
}

function planned({ workspace }: Session, { uri, name }: ServerRef): Planned | { readonly problem: string } {
  const document = workspace.get(normalise(uri));
  const server = document && serversIn(document, workspace.roots).find((each) => each.name === name);
  return server ? planOf(server, { document: (other) => workspace.get(other), home: os.homedir() }) : { problem: gone };
}

function plan(session: Session, ref: ServerRef): DiscoveryPlanAnswer {
  const found = planned(session, ref);
  return 'problem' in found ? found : { ...found.plan, fingerprint: fingerprint(found.template) };
}

async function discover(session: Session, params: DiscoverParams, token: CancellationToken): Promise<Discovery> {
  const found = planned(session, params);
  if ('problem' in found) return failure('other', found.problem);
  if (fingerprint(found.template) !== params.fingerprint)
    return failure('other', 'The server has changed since you agreed. Review it again.');
  const values = new Map(Object.entries(params.values ?? {}));
  const { server, secrets, missing } = filledIn(found, { values, ...(params.headers && { headers: params.headers }) });
  const [first] = missing;
  if (first) return failure('other', `A value is missing: ${first.title}.`);
  const { discover: ask } = await import('../../mcp/discover.ts');
  const cancel = new AbortController();
  token.onCancellationRequested(() => cancel.abort());
  const reporter = session.connection.window.attachWorkDoneProgress(params.workDoneToken);
  reporter.begin(`Tools of ${params.name}`, undefined, undefined, true);
  try {
    const answer = await ask(server, {
      secrets,
      signal: cancel.signal,
      progress: (message) => reporter.report(message),
      ...(params.timeoutMs !== undefined && { timeout: params.timeoutMs }),
    });
    if (answer.ok) learn(session, params.name, answer.tools);
    return answer;
  } finally {
    reporter.done();
  }
}

/** Discovered tools are used immediately; saved ones again when their file is read. */
function learn(session: Session, server: string, tools: SaveToolsParams['tools']): void {
  const text = mergeTools(undefined, server, tools)?.text ?? '{}';
  session.tools = new Map([...session.tools, ...readKnownTools(json.parse(text).root)]);
  session.lintLater();
}

/** Returns the new content of the file of known tools: of the folder that has such a file, otherwise of the server's folder. */
async function merged(session: Session, { uri, name, tools }: SaveToolsParams): Promise<SaveToolsAnswer | null> {
  const files = toolsFiles(session);
  const texts = await Promise.all(files.map((file) => textOf(session, file)));
  const existing = texts.findIndex((text) => text !== undefined);
  const own = session.folders.findIndex((folder) => normalise(uri).startsWith(`${folder}/`));
  const index = existing >= 0 ? existing : Math.max(own, 0);
  const file = files[index];
  const result = file === undefined ? undefined : mergeTools(texts[index], name, tools);
  return file === undefined || !result ? null : { ...result, uri: session.texts.spelling(file) };
}

const textOf = async ({ open, host }: Session, uri: string): Promise<string | undefined> =>
  open.get(uri)?.getText() ?? (await host.files.read(uri));
