import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { nodeHost } from './nodeHost.ts';
import { startServer } from './server.ts';

// Over stdio or node's IPC, as the command line says (`--stdio`, `--node-ipc`).
startServer(createConnection(ProposedFeatures.all), nodeHost());
