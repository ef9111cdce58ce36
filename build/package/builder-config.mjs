// What electron-builder makes of the staged application: the packages of all three systems, their names, their place in
// the menus, and the fuses. Read by make-packages.mjs. Plain Node.
//
// NOTE fuses: switches burnt into the packaged Electron. All are set the strict way but one: RunAsNode stays on, because
// the `casepack` command is the packaged Electron run as Node. The command has to work on servers without a display, as
// root, in scheduled jobs and without another runtime installed; Electron's main process can do none of that. What the
// fuse would keep away (a signed program that runs any script) is written down in docs/security.md.
import { rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Folder, relative to the repository's root, in which stage-app.mjs lays out what is packaged. */
export const stagedFolder = 'dist/staged';

/** The name of the program that opens the window; `casepack` is the command. */
export const windowProgram = 'casepack-window';

/** @type {import('electron-builder').Configuration} */
export const builderConfig = {
  appId: 'org.casepack.Casepack',
  productName: 'Casepack',
  copyright: 'Apache-2.0',
  directories: { app: stagedFolder, output: 'dist', buildResources: 'build/package' },
  // The staged folder holds exactly what ships: everything is bundled, there are no node_modules.
  files: ['**/*', '!node_modules'],
  extraFiles: [{ from: `${stagedFolder}/THIRD-PARTY.txt`, to: 'THIRD-PARTY.txt' }],
  asar: true,
  npmRebuild: false,
  // The runtime that stands in for the official Electron has an application of its own inside.
  afterExtract: ({ appOutDir }) => rm(join(appOutDir, 'resources/app'), { recursive: true, force: true }),
  publish: null,
  electronLanguages: ['en-US', 'zh-CN'],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: electron-builder's own placeholders
  artifactName: 'casepack-${version}-${os}-${arch}.${ext}',
  electronFuses: {
    runAsNode: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
  },
  linux: {
    executableName: windowProgram,
    icon: 'build/package/icons/linux',
    category: 'System',
    syncDesktopName: true,
    synopsis: 'Builds the case packet that CommVault support asks for',
    maintainer: 'Casepack maintainers <maintainers@casepack.invalid>',
    target: ['AppImage', 'deb', 'rpm', 'tar.gz'],
    extraFiles: [{ from: 'build/package/linux/casepack', to: 'bin/casepack' }],
    desktop: {
      entry: {
        Name: 'Casepack',
        'Name[zh_CN]': 'Casepack 支持案例资料包',
        Comment: 'Build the case packet that CommVault support asks for',
        'Comment[zh_CN]': '生成 CommVault 支持案例所需的资料包',
        Keywords: 'CommVault;support;case;logs;支持;案例;日志;',
      },
    },
  },
  deb: {
    packageName: 'casepack',
    depends: [
      'libgtk-3-0 | libgtk-3-0t64',
      'libnss3',
      'libasound2 | libasound2t64',
      'libgbm1',
      'libatk-bridge2.0-0 | libatk-bridge2.0-0t64',
      'libcups2 | libcups2t64',
    ],
    recommends: ['xdg-utils', 'libnotify4', 'libsecret-1-0'],
    afterInstall: 'build/package/linux/after-install.tpl',
    afterRemove: 'build/package/linux/after-remove.tpl',
  },
  rpm: {
    packageName: 'casepack',
    depends: ['gtk3', 'nss', 'alsa-lib', 'mesa-libgbm', 'at-spi2-core', 'cups-libs'],
    afterInstall: 'build/package/linux/after-install.tpl',
    afterRemove: 'build/package/linux/after-remove.tpl',
  },
  win: {
    icon: 'build/package/icons/icon.ico',
    target: ['nsis', 'portable', 'zip'],
    extraFiles: [{ from: 'build/package/windows/casepack.cmd', to: 'bin/casepack.cmd' }],
  },
  // For the user alone, so that nobody has to ask for administrator rights.
  nsis: {
    oneClick: false,
    perMachine: false,
    allowElevation: false,
    allowToChangeInstallationDirectory: true,
    installerLanguages: ['en_US', 'zh_CN'],
    multiLanguageInstaller: true,
    // biome-ignore lint/suspicious/noTemplateCurlyInString: electron-builder's own placeholders
    artifactName: 'casepack-${version}-setup.${ext}',
  },
  // biome-ignore lint/suspicious/noTemplateCurlyInString: electron-builder's own placeholders
  portable: { artifactName: 'casepack-${version}-portable.${ext}', requestExecutionLevel: 'user' },
  mac: {
    icon: 'build/package/icons/icon.icns',
    category: 'public.app-category.utilities',
    hardenedRuntime: true,
    target: [
      { target: 'dmg', arch: ['universal'] },
      { target: 'zip', arch: ['universal'] },
    ],
    extraFiles: [{ from: 'build/package/mac/casepack', to: 'Resources/bin/casepack' }],
  },
};
