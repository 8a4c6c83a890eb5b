// `npm start [-- PATH] [--no-editor]`: installs what is missing, builds, prints the findings in the sample workspace (or in
// PATH) and its effective tools, then opens it in the editor.
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const words = process.argv.slice(2);
const flags = words.filter((word) => word.startsWith('-'));
const [given, ...others] = words.filter((word) => !word.startsWith('-'));
const unknown = flags.find((flag) => flag !== '--no-editor');

function end(message) {
  console.error(`plugboard: ${message}`);
  process.exit(2);
}
if (unknown) end(`there is no option ${unknown}; use: npm start [-- PATH] [--no-editor]`);
if (others.length > 0) end('name one folder: npm start -- PATH');
// npm runs scripts in the project's folder; INIT_CWD is the user's current folder.
const folder = given ? path.resolve(process.env.INIT_CWD ?? process.cwd(), given) : path.join(root, 'sample');
if (!fs.existsSync(folder)) end(`no such file or folder: ${given}`);

const node = (...args) => spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status;
try {
  const { install } = await import('./install.mjs');
  install();
} catch (error) {
  end(error.message);
}
if (node('scripts/build.mjs') !== 0) end('the build failed');

const where = path.relative(root, folder) || '.';
const cli = path.join(root, 'dist/cli.js');
const title = (text) => console.log(`\n── ${text} ${'─'.repeat(Math.max(0, 76 - text.length))}\n`);
title(`plugboard check ${where}`);
if (node(cli, 'check', folder) === 2) process.exitCode = 2;
// The tools of the sample's servers; those of other folders are unknown.
const tools = given ? [] : ['--tools', path.join(folder, 'tools.json')];
title(`plugboard effective ${where}`);
if (node(cli, 'effective', folder, ...tools) === 2) console.log('(no effective tool set: see above)');

if (!flags.includes('--no-editor')) await openEditor();

async function openEditor() {
  const workspace = fs.statSync(folder).isDirectory() ? folder : path.dirname(folder);
  const windows = process.platform === 'win32';
  if (spawnSync('code', ['--version'], { stdio: 'ignore', shell: windows }).status === 0) {
    title('VS Code');
    console.log(`Opening ${workspace} in VS Code, with the extension.`);
    spawn('code', ['--new-window', `--extensionDevelopmentPath=${root}`, workspace], {
      stdio: 'inherit',
      shell: windows,
    });
    return;
  }
  title('VS Code in the browser');
  try {
    const { serve } = await import('./workbench.mjs');
    await serve(workspace);
  } catch (error) {
    end(`the editor could not be opened: ${error.message.split('\n', 1)[0]}`);
  }
}
