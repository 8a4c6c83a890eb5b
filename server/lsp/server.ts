import type { Connection, InitializeResult, ServerCapabilities } from 'vscode-languageserver';
import { clientOf } from './client.ts';
import { codeAction } from './features/codeAction.ts';
import { codeLens } from './features/codeLens.ts';
import { colors } from './features/colors.ts';
import { compare } from './features/compare.ts';
import { completion } from './features/completion.ts';
import { configuration, readTools, settingsOf, watchConfiguration } from './features/configuration.ts';
import { conversion } from './features/convert.ts';
import { discovery } from './features/discovery.ts';
import { effective } from './features/effective.ts';
import { expectations } from './features/expectations.ts';
import type { Feature } from './features/feature.ts';
import { folding } from './features/folding.ts';
import { hover } from './features/hover.ts';
import { ignoring } from './features/ignore.ts';
import { inlayHint } from './features/inlayHint.ts';
import { leftOut } from './features/leftOut.ts';
import { navigation } from './features/navigation.ts';
import { profiles } from './features/profiles.ts';
import { rename } from './features/rename.ts';
import { selectionRanges } from './features/selectionRanges.ts';
import { refreshTokens, semanticTokens } from './features/semanticTokens.ts';
import { sources } from './features/sources.ts';
import { surfaces } from './features/surfaces.ts';
import { symbols } from './features/symbols.ts';
import { sync } from './features/sync.ts';
import { tree } from './features/tree.ts';
import { watch, watchFiles } from './features/watch.ts';
import { workspaceSymbols } from './features/workspaceSymbols.ts';
import type { Host } from './host.ts';
import { logError } from './log.ts';
import { scan } from './scan.ts';
import { Session } from './session.ts';

const features: readonly Feature[] = [
  sync,
  configuration,
  leftOut,
  watch,
  completion,
  hover,
  symbols,
  colors,
  semanticTokens,
  folding,
  selectionRanges,
  codeLens,
  inlayHint,
  navigation,
  rename,
  workspaceSymbols,
  codeAction,
  ignoring,
  tree,
  sources,
  effective,
  expectations,
  compare,
  conversion,
  profiles,
  surfaces,
  discovery,
];

/** Serves one client over `connection`, which it starts to listen to. `host` provides the environment. */
export function startServer(connection: Connection, host: Host): void {
  let session: Session | undefined;
  connection.onInitialize((params): InitializeResult => {
    const current = new Session(connection, host, clientOf(params));
    session = current;
    const capabilities = together(features.map((feature) => feature(current)));
    return { capabilities, serverInfo: { name: 'Plugboard' } };
  });
  connection.onInitialized(() => {
    const current = session;
    if (!current) return;
    start(current)
      .catch((error) => logError(connection, 'start', error))
      .finally(() => current.setLoaded());
  });
  // Work that waits for a pause would have no recipient.
  connection.onShutdown(() => session?.stop());
  connection.listen();
}

/** Merges the capabilities of several features; `workspace` is merged at one more level. */
function together(parts: readonly Partial<ServerCapabilities>[]): ServerCapabilities {
  const workspace = Object.assign({}, ...parts.map((part) => part.workspace));
  return { ...Object.assign({}, ...parts), workspace };
}

async function start(session: Session): Promise<void> {
  await Promise.all([watchConfiguration(session), watchFiles(session)]);
  session.apply(await settingsOf(session));
  refreshTokens(session);
  await readTools(session);
  await scan(session);
}
