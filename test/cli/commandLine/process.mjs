// Runs the built command line again and again in one process: each run evaluates `dist/cli.js` anew, in its folder and with its
// arguments. Everything that it loads stays, which takes most of the time of a process of its own.
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const [, entry] = process.argv;
const bin = pathToFileURL(path.join(process.env.PLUGBOARD_ROOT, 'dist/cli.js'));
const home = process.cwd();
let runs = 0;

/** Collects what is written to a stream until `restore`, which returns it. */
function capture(stream) {
  const { write } = stream;
  const chunks = [];
  stream.write = (chunk) => chunks.push(Buffer.from(chunk)) > 0;
  return () => {
    stream.write = write;
    return Buffer.concat(chunks).toString('utf8');
  };
}

async function run({ cwd, args }) {
  process.chdir(cwd);
  process.argv = [process.execPath, entry, ...args];
  process.exitCode = undefined;
  const [out, err] = [capture(process.stdout), capture(process.stderr)];
  try {
    // Another query is another module: it is evaluated again.
    bin.search = `?run=${runs++}`;
    await import(bin.href);
    return { code: process.exitCode ?? 0, out: out(), err: err() };
  } finally {
    out();
    err();
    process.exitCode = undefined;
    process.stdout.removeAllListeners('error');
    process.chdir(home);
  }
}

process.on('message', async (asked) => process.send(await run(asked)));
process.on('disconnect', () => process.exit());
