// Run by Maven: `node build/dashboard.mjs package DIRECTORY` puts the built dashboard there, `… test` runs its tests, `… install` only
// installs what they need.
// Does nothing twice: packages are installed when the lock file changed, sources are built and tested when they did.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const OLDEST_NODE = [20, 19];
const here = dirname(dirname(fileURLToPath(import.meta.url)));
const apiDocument = join(here, '../../../../docs/openapi.yaml');
const marks = join(here, 'node_modules/.painchain');

function fail(sentence) {
  console.error(`dashboard: ${sentence}`);
  process.exit(1);
}

function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])) {
    fail(
      `Node ${process.versions.node} is too old; ${OLDEST_NODE.join('.')} or newer is needed (or build without the dashboard: -DskipUi).`,
    );
  }
}

function npm(...args) {
  const result = spawnSync('npm', args, { cwd: here, stdio: 'inherit', shell: process.platform === 'win32' });
  if (result.error)
    fail(`npm does not run (${result.error.message}); install npm, or build without the dashboard: -DskipUi.`);
  if (result.status !== 0) fail(`npm ${args.join(' ')} failed.`);
}

function filesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
}

function digest(names) {
  const hash = createHash('sha256');
  for (const name of names) {
    const path = join(here, name);
    const isFolder = existsSync(path) && !/\.\w+$/.test(name);
    for (const file of isFolder ? filesBelow(path).sort() : [path]) {
      if (file.endsWith('schema.d.ts')) continue; // generated from the document that is counted itself
      hash.update(file.slice(here.length)).update(existsSync(file) ? readFileSync(file) : 'absent');
    }
  }
  return hash.update(existsSync(apiDocument) ? readFileSync(apiDocument) : 'absent').digest('hex');
}

/** Runs the step unless it has succeeded for exactly these inputs. */
function once(step, inputs, isDone, run) {
  const mark = join(marks, step);
  const wanted = digest(inputs);
  if (isDone() && existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return;
  rmSync(mark, { force: true });
  run();
  mkdirSync(marks, { recursive: true });
  writeFileSync(mark, wanted);
}

const INSTALL = ['package.json', 'package-lock.json', '.npmrc'];
const BUILD = [
  ...INSTALL,
  'index.html',
  'vite.config.ts',
  'tsconfig.json',
  'eslint.config.js',
  '.prettierrc.json',
  '.prettierignore',
  'build',
  'src',
  'public',
  'test',
];

function install() {
  // The lock file's own mark inside node_modules is npm's; ours says that it belongs to this lock file.
  const lock = createHash('sha256')
    .update(readFileSync(join(here, 'package-lock.json')))
    .digest('hex');
  const mark = join(marks, 'lock');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === lock) return;
  npm('ci', '--no-audit', '--no-fund', '--loglevel=error');
  mkdirSync(marks, { recursive: true });
  writeFileSync(mark, lock);
}

requireNode();
const [task, directory] = process.argv.slice(2);
install();
if (task === 'package') {
  const dist = join(here, 'dist');
  once(
    'built',
    BUILD,
    () => existsSync(join(dist, 'index.html')),
    () => npm('run', '--silent', 'build'),
  );
  rmSync(directory, { recursive: true, force: true });
  cpSync(dist, directory, { recursive: true });
} else if (task === 'test') {
  once(
    'tested',
    BUILD,
    () => true,
    () => npm('test', '--silent'),
  );
} else if (task !== 'install') {
  fail(`unknown task ${task}`);
}
