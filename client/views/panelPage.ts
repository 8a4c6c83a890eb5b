import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';

/** A page that `scripts/build.mjs` bundles. */
export interface Page {
  readonly bundle: 'panel' | 'surfaces';
  readonly title: string;
}

/** Puts a page into a panel: its icon, its content, and the handler of its messages. */
export function fillPanel<Message>(
  panel: vscode.WebviewPanel,
  dist: vscode.Uri,
  page: Page,
  receive: (message: Message) => unknown,
): void {
  const icon = (theme: string) => vscode.Uri.joinPath(dist, '../client/icons', `panel-${theme}.svg`);
  panel.iconPath = { light: icon('light'), dark: icon('dark') };
  panel.webview.options = { enableScripts: true, localResourceRoots: [dist] };
  panel.webview.onDidReceiveMessage(receive);
  panel.webview.html = panelPage(panel.webview, dist, page);
}

/** The page may load only its own script, styles and icon font. */
function panelPage(webview: vscode.Webview, dist: vscode.Uri, { bundle, title }: Page): string {
  const nonce = randomBytes(16).toString('base64');
  const file = (name: string) => webview.asWebviewUri(vscode.Uri.joinPath(dist, name)).toString();
  const policy = [
    "default-src 'none'",
    `style-src ${webview.cspSource}`,
    `font-src ${webview.cspSource}`,
    `script-src 'nonce-${nonce}'`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${title}</title>
<link rel="stylesheet" href="${file(`${bundle}.css`)}">
</head>
<body>
<script type="module" nonce="${nonce}" src="${file(`${bundle}.js`)}"></script>
</body>
</html>`;
}
