// Stands in for Electron's own default_app.asar, which the runtime from the npm registry does not have (see
// npm-electron.mjs): loads the application folder named on the command line, as `electron .` does. Copied into
// that runtime's resources/app; runs in Electron's main process.
//
// It must be an ES module that awaits the application at top level: Electron holds back `ready` until its entry
// module is done, and an application loaded later would miss what it has to do before `ready`.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const folder = process.argv.slice(1).find((argument) => !argument.startsWith('-'));
if (folder === undefined) {
  console.error('Usage: electron FOLDER');
  app.exit(2);
} else {
  const appPath = resolve(folder);
  const manifest = JSON.parse(readFileSync(join(appPath, 'package.json'), 'utf8'));
  Object.defineProperty(process, 'defaultApp', { value: true });
  app.setAppPath(appPath);
  app.setName(manifest.productName ?? manifest.name);
  app.setVersion(manifest.version);
  await import(pathToFileURL(join(appPath, manifest.main)).href);
}
