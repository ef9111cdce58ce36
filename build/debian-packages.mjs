// The system packages that Electron's window and the tests need: on Debian and Ubuntu installs the missing ones
// when root, else names the exact command; on other Linux systems names the missing libraries. Plain Node.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { SetupProblem } from './setup-problem.mjs';

const run = promisify(execFile);

/** Each line: the names a package has in the Debian and Ubuntu releases, and what another Linux would look for. */
const packages = {
  window: [
    { names: ['libgtk-3-0', 'libgtk-3-0t64'], library: 'libgtk-3.so.0' },
    { names: ['libnss3'], library: 'libnss3.so' },
    { names: ['libasound2', 'libasound2t64'], library: 'libasound.so.2' },
    { names: ['libgbm1'], library: 'libgbm.so.1' },
    { names: ['libxss1'], library: 'libXss.so.1' },
    { names: ['libatk-bridge2.0-0', 'libatk-bridge2.0-0t64'], library: 'libatk-bridge-2.0.so.0' },
    { names: ['libcups2', 'libcups2t64'], library: 'libcups.so.2' },
  ],
  // A display to open the window on, a font for Chinese, and the independent readers that packets are checked with.
  test: [
    { names: ['xvfb'] },
    { names: ['xauth'] },
    { names: ['fonts-noto-cjk'] },
    { names: ['unzip'] },
    { names: ['zip'] },
    { names: ['p7zip-full', '7zip'] },
    { names: ['libarchive-tools'] },
    { names: ['python3-minimal'] },
    { names: ['age'] },
    { names: ['libimage-exiftool-perl'] },
    { names: ['libjpeg-turbo-progs'] },
    { names: ['webp'] },
    { names: ['desktop-file-utils'] },
    // What our speed is compared with.
    { names: ['pigz'] },
    { names: ['zstd'] },
  ],
  // What packages are made with where electron-builder's own tools cannot be downloaded.
  package: [{ names: ['p7zip-full', '7zip'] }, { names: ['rpm'] }],
  // A mail program that opens the drafts, and what names its windows.
  mail: [{ names: ['thunderbird'] }, { names: ['x11-utils'] }],
  // A desktop's store of secrets, and the bus that it is asked on.
  secrets: [
    { names: ['gnome-keyring'] },
    { names: ['libsecret-1-0'] },
    { names: ['dbus-daemon', 'dbus'] },
    { names: ['dbus-bin', 'dbus'] },
  ],
  // What shows a desktop's notifications, and how the window reaches it.
  notifications: [{ names: ['dunst'] }, { names: ['libnotify4'] }],
  // Windows: a real registry and Windows' own file sharing.
  windows: [{ names: ['wine'] }, { names: ['wine64'] }],
  // Real servers, whose versions a journey finds; the core package is MariaDB's program without a running service.
  databases: [{ names: ['postgresql'] }, { names: ['mariadb-server-core', 'mariadb-server-core-10.6'] }],
  // Real servers that packets are sent to, each started by its journey on a loopback port.
  delivery: [
    { names: ['nginx'] },
    { names: ['openssl'] },
    { names: ['openssh-server'] },
    { names: ['openssh-client'] },
    { names: ['vsftpd'] },
    { names: ['squid'] },
    { names: ['tinyproxy-bin'] },
    { names: ['exim4-daemon-light'] },
    // A volume with a quota, which a server's disk has in a journey.
    { names: ['btrfs-progs'] },
  ],
};

/**
 * Makes sure the packages for these purposes are there; a SetupProblem names the command (or the libraries) if
 * they are not and cannot be installed. Does nothing on Windows and macOS.
 * @param {(keyof typeof packages)[]} purposes
 * @param {(line: string) => void} [say] told in one line what is being installed
 */
export async function ensureSystemPackages(purposes, say = console.error) {
  if (process.platform !== 'linux') return;
  const needed = purposes.flatMap((purpose) => packages[purpose]);
  const installed = await installedPackages(needed.flatMap(({ names }) => names));
  if (installed === undefined) return requireLibraries(needed);

  const missing = needed.filter(({ names }) => !names.some((name) => installed.has(name)));
  if (missing.length === 0) return;
  if (process.getuid?.() !== 0) {
    const names = await installableNames(missing);
    throw new SetupProblem(
      `Missing system packages. Run: sudo apt-get update && sudo apt-get install -y --no-install-recommends ${names.join(' ')}`,
    );
  }
  await install(missing, say);
}

/**
 * @param {{ names: string[] }[]} missing
 * @param {(line: string) => void} say
 */
async function install(missing, say) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const options = { env, maxBuffer: 1 << 26 };
  try {
    await run('apt-get', ['update', '-qq'], options);
    const names = await installableNames(missing); // asked after the update: a fresh machine has no package lists
    say(`Installing system packages: ${names.join(' ')} …`);
    const wait = ['-o', 'DPkg::Lock::Timeout=300']; // another apt may be at work
    await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...wait, ...names], options);
  } catch (error) {
    const { stderr } = /** @type {import('node:child_process').ExecFileException} */ (error);
    throw new SetupProblem(`System packages could not be installed:\n${stderr || error}`);
  }
}

/**
 * The installed ones among these packages, or undefined where there is no dpkg.
 * @param {string[]} names
 */
async function installedPackages(names) {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: dpkg-query's own syntax
  const format = '-f=${db:Status-Abbrev} ${Package}\n';
  const listing = await run('dpkg-query', ['-W', format, ...names]).catch((error) => {
    if (error.code === 'ENOENT') return undefined;
    return error; // code 1: some are unknown; the known ones are listed all the same
  });
  if (listing === undefined) return undefined;
  /** @type {string[]} */
  const lines = listing.stdout.split('\n');
  return new Set(lines.filter((line) => line.startsWith('ii')).map((line) => line.split(/\s+/)[1] ?? ''));
}

/**
 * For each package the first of its names that this release can install.
 * @param {{ names: string[] }[]} missing
 * @returns {Promise<string[]>}
 */
async function installableNames(missing) {
  const { stdout } = await run('apt-cache', ['policy', ...missing.flatMap(({ names }) => names)], {
    env: { ...process.env, LC_ALL: 'C' },
  });
  const hasCandidate = (/** @type {string} */ name) =>
    new RegExp(`^${name.replaceAll('.', '\\.')}:\\n.*\\n  Candidate: (?!\\(none\\))`, 'm').test(stdout);
  return missing.map(({ names }) => names.find(hasCandidate) ?? names[0] ?? '');
}

/** @param {{ names: string[], library?: string }[]} needed */
async function requireLibraries(needed) {
  const { stdout } = await run('/sbin/ldconfig', ['-p']).catch(() => ({ stdout: undefined }));
  if (stdout === undefined) return; // no list to look in: let Electron say what it misses
  const missing = needed.filter(({ library }) => library !== undefined && !stdout.includes(`${library} `));
  if (missing.length > 0) {
    throw new SetupProblem(`Missing system libraries: ${missing.map(({ library }) => library).join(', ')}.`);
  }
}
