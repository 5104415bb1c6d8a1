// Brings a bare clone to where everything else can run: npm packages, and the browser that the work needs.
// Plain JavaScript for the machine's own Node (20 or newer), because nothing is installed yet when it runs.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const STAMP = 'node_modules/.quick-queue-lock';
const BROWSERS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const DESKTOP = ['Xvfb', 'xdotool', 'import'];
const PACKAGES = { browser: ['chromium', 'fonts-dejavu-core'], desktop: ['xvfb', 'xdotool', 'imagemagick'] };

function say(sentence) {
  process.stderr.write(`setup: ${sentence}\n`);
}

function fail(sentence) {
  say(sentence);
  process.exit(1);
}

function onPath(program) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    fail(`Node ${process.versions.node} is too old; version 20.19 or newer is needed.`);
  }
}

/** Installs exactly what the lockfile says, once per lockfile. */
function installPackages() {
  const lock = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === lock) return;
  say('installing the npm packages of the lockfile, about a minute');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  execFileSync(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { stdio: ['ignore', 2, 2] });
  writeFileSync(STAMP, lock);
}

function aptInstall(packages) {
  const options = { stdio: ['ignore', 2, 2], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  // Another program may hold the package lock for a while: wait for it instead of failing.
  const patient = ['-o', 'DPkg::Lock::Timeout=300', '-qq'];
  execFileSync('apt-get', [...patient, 'update'], options);
  execFileSync('apt-get', [...patient, 'install', '-y', '--no-install-recommends', ...packages], options);
}

/** The browser, and with `desktop` what presses real keys; installed only as root on Debian, else asked for. */
function installPrograms(desktop) {
  const noBrowser = !process.env.CHROMIUM_PATH && !BROWSERS.some(onPath);
  const noDesktop = desktop && DESKTOP.some((program) => !onPath(program));
  const wanted = [...(noBrowser ? PACKAGES.browser : []), ...(noDesktop ? PACKAGES.desktop : [])];
  if (wanted.length === 0) return;
  if (process.getuid?.() === 0 && onPath('apt-get')) {
    say(`installing ${wanted.join(', ')}`);
    aptInstall(wanted);
  } else if (noBrowser) {
    fail('No Chromium was found. Install it (Debian: apt-get install chromium), or set CHROMIUM_PATH.');
  } else {
    say(`without ${PACKAGES.desktop.join(', ')} the tests with a real keyboard and mouse are skipped`);
  }
}

checkNode();
installPackages();
if (!process.argv.includes('--packages')) installPrograms(process.argv.includes('--desktop'));
