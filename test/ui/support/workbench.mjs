// The workbench as a user sees it, with helpers for the tests.
import fs from 'node:fs';
import path from 'node:path';
import { copyWorkspace, openBrowser, root, workbenchUrl } from '../../../scripts/workbench.mjs';

const shots = path.join(root, 'test/ui/shots');

export class Workbench {
  /** Opens a copy of the fixture's workspace with the packaged extension. `prepare` gets the folder before it is read. */
  static async open({ prepare } = {}) {
    const { origin, folder } = JSON.parse(process.env.PLUGBOARD_WORKBENCH);
    const workbench = new Workbench();
    workbench.folder = copyWorkspace(path.join(root, 'test/fixtures/workspace'), folder, prepare);
    const { browser, context } = await openBrowser();
    workbench.browser = browser;
    try {
      workbench.page = await context.newPage();
      await workbench.page.goto(workbenchUrl(origin, workbench.folder));
      await workbench.page.locator('.explorer-folders-view .monaco-list-row').first().waitFor({ timeout: 60_000 });
    } catch (error) {
      await workbench.close();
      throw error;
    }
    return workbench;
  }

  close() {
    return this.browser.close();
  }

  get editor() {
    return this.page.locator('.editor-group-container.active .monaco-editor').first();
  }

  async shot(name) {
    fs.mkdirSync(shots, { recursive: true });
    await this.page.screenshot({ path: path.join(shots, `${name}.png`) });
  }

  async run(title) {
    await this.page.keyboard.press('F1');
    const input = this.page.locator('.quick-input-widget input');
    await input.waitFor();
    await input.fill(`>${title}`);
    await this.page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first().click();
  }

  /** Opens a file by its path. A new file is not in the list at first, so the search is repeated. */
  async file(name) {
    const [base, folder] = [path.basename(name), path.dirname(name).replace(/^\.$/, '')];
    // Recent files are in the list at first, whatever was typed.
    const rows = this.page.locator('.quick-input-list .monaco-list-row');
    const row = rows.filter({ hasText: base }).filter({ hasText: folder }).first();
    for (let tries = 0; tries < 5; tries++) {
      await this.page.keyboard.press('Control+p');
      const input = this.page.locator('.quick-input-widget input');
      await input.waitFor();
      await input.fill(name);
      const isThere = await row.waitFor({ timeout: 6000 }).then(
        () => true,
        () => false,
      );
      if (isThere) break;
      await this.page.keyboard.press('Escape');
    }
    await row.click();
    await this.page.locator('.tab.active', { hasText: base }).waitFor();
    await this.editor.locator('.view-line').first().waitFor();
  }

  /** Returns the position of `text` in the active editor, in pixels. */
  async at(text) {
    const find = (wanted) => {
      for (const line of document.querySelectorAll('.editor-group-container.active .view-line')) {
        const start = (line.textContent ?? '').replaceAll('\u00a0', ' ').indexOf(wanted);
        if (start < 0) continue;
        const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(), passed = 0; node; node = walker.nextNode()) {
          const length = node.textContent.length;
          const middle = start + Math.floor(wanted.length / 2);
          if (middle < passed + length) {
            const range = document.createRange();
            range.setStart(node, middle - passed);
            range.setEnd(node, middle - passed + 1);
            const { x, y, width, height } = range.getBoundingClientRect();
            return { x: x + width / 2, y: y + height / 2 };
          }
          passed += length;
        }
      }
      return null;
    };
    return (await this.page.waitForFunction(find, text)).jsonValue();
  }

  /** Clicks on `text`. If code lenses appear in the meantime and move it, the click missed it and is repeated. */
  async click(text) {
    for (let hit = false; !hit; ) {
      const { x, y } = await this.at(text);
      await this.page.mouse.click(x, y);
      const now = await this.at(text);
      hit = Math.abs(now.x - x) < 1 && Math.abs(now.y - y) < 1;
    }
  }

  /**
   * Opens the quick fixes at `text` and returns the one that matches `title`. VS Code asks for the light bulb 250 ms after a click or
   * after new problems, and then drops a menu whose request is still running: on a busy machine the menu must be opened again.
   */
  quickFix(text, title) {
    const item = this.page.locator('.action-widget .monaco-list-row', { hasText: title }).first();
    return this.#asked(text, 'Control+.', item);
  }

  /** Requests completion at `text` and returns the item that `label` matches; repeats while the busy editor has none. */
  suggestion(text, label) {
    const item = this.page.locator('.suggest-widget.visible .monaco-list-row', { hasText: label }).first();
    return this.#asked(text, 'Control+Space', item);
  }

  async #asked(text, keys, item) {
    for (let tries = 0; tries < 5; tries++) {
      await this.click(text);
      await this.page.keyboard.press(keys);
      const isThere = await item.waitFor({ timeout: 5000 }).then(
        () => true,
        () => false,
      );
      if (isThere) break;
      await this.page.keyboard.press('Escape');
    }
    return item;
  }

  async hover(text) {
    const { x, y } = await this.at(text);
    await this.page.mouse.move(x - 4, y);
    await this.page.mouse.move(x, y, { steps: 3 });
  }

  async goTo(line, column) {
    await this.page.keyboard.press('Control+g');
    const input = this.page.locator('.quick-input-widget input');
    await input.waitFor();
    await input.fill(`:${line}:${column}`);
    await this.page.keyboard.press('Enter');
    await input.waitFor({ state: 'hidden' });
  }

  /** Returns the visible text of the active editor. */
  async text() {
    const lines = await this.editor
      .locator('.view-line')
      .evaluateAll((all) => all.map((line) => [Number.parseFloat(line.style.top), line.textContent]));
    const sorted = lines.sort(([a], [b]) => a - b).map(([, text]) => text);
    return sorted.join('\n').replaceAll('\u00a0', ' ');
  }

  /** Resolves when the text of the active editor matches `pattern`. */
  async shows(pattern) {
    const find = (source) => {
      const lines = [...document.querySelectorAll('.editor-group-container.active .view-line')];
      return new RegExp(source).test(
        lines
          .map((line) => line.textContent)
          .join('\n')
          .replaceAll('\u00a0', ' '),
      );
    };
    await this.page.waitForFunction(find, pattern.source);
  }

  problem(text) {
    return this.page.locator('.markers-panel .monaco-list-row', { hasText: text });
  }

  /** Returns the page inside the panel. */
  get panel() {
    return this.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
  }

  /** Returns the line of the cursor, from the status bar. */
  async cursor() {
    const text = await this.page
      .locator('.statusbar-item', { hasText: /^Ln \d+/ })
      .first()
      .textContent();
    return Number(/Ln (\d+)/.exec(text ?? '')?.[1]);
  }

  /** Resolves when the cursor is on `line`. */
  async cursorOn(line) {
    await this.page.locator('.statusbar-item', { hasText: new RegExp(`^Ln ${line},`) }).waitFor();
  }

  row(label) {
    return this.page.locator('.sidebar').getByRole('treeitem', { name: label });
  }
}
