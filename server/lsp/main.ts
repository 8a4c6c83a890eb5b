import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { nodeHost } from './nodeHost.ts';
import { startServer } from './server.ts';

// Over stdio or Node's IPC, depending on the arguments (`--stdio`, `--node-ipc`).
startServer(createConnection(ProposedFeatures.all), nodeHost());
