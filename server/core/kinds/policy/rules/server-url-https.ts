import type { Rule } from '../../../model.ts';
import { child } from '../../../syntax/node.ts';
import { isLoopback, kindOfServer, managedServers, nameOfServer } from '../managed.ts';

/** Source: https://claude.com/docs/third-party/claude-desktop/extensions; http on this computer itself passes the app's validator. */
export const serverUrlHttps: Rule = {
  id: 'policy/server-url-https',
  severity: 'error',
  scope: 'document',
  *check({ root, edit }) {
    for (const entry of managedServers(root)) {
      const url = child(entry, 'url');
      if (url?.type !== 'string' || kindOfServer(entry) !== 'remote') continue;
      const text = String(url.value);
      const host = /^http:\/\/(?:[^/@]*@)?(\[[^\]]*\]|[^/:?#]*)/i.exec(text)?.[1];
      if (!host || isLoopback(host)) continue;
      yield {
        range: url.range,
        message: `${nameOfServer(entry)} is dropped: its address is http, and a remote server needs https.`,
        fixes: [{ title: 'Use https', edits: [edit.replace(url, text.replace(/^http:/i, 'https:'))], inFixAll: true }],
      };
    }
  },
};
