// A CommVault registry with two instances at its real place on this machine, which the built command looks at. Needs
// root. Runs in vitest.
import { access, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { plantFiles } from '#test/fixtures/plant-files.ts';

const REGISTRY = '/etc/CommVaultRegistry';
/** Says that it is ours, should a run be killed before it could clear up. */
const MARK = join(REGISTRY, 'planted-by-casepack-tests');

export const canPlantRegistry = process.platform === 'linux' && process.getuid?.() === 0;

function instance(client: string, logFolder: string, home: string): Record<string, string> {
  return {
    '.properties': `sPhysicalNodeName ${client}\nsProductVersion 11.80.32.0\nsPassword |#5!3f9c21aa07\n`,
    'CommServe/.properties': 'sCSCLIENTNAME cs01\nsCSHOSTNAME cs01.bank.example\n',
    'EventManager/.properties': `dEVLOGDIR ${logFolder}\n`,
    'Base/.properties': `dHOME ${home}\n`,
    'Installer/Subsystems/1301/.properties': 'nINSTALL 1\n',
  };
}

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );

/**
 * Planted until the test ends. Throws where this machine has a registry of its own.
 * @param logFolders of Instance001, Instance002 …
 */
export async function plantRegistry(logFolders: readonly string[]): Promise<void> {
  if ((await exists(REGISTRY)) && !(await exists(MARK)))
    throw new Error(
      `${REGISTRY} exists: this test plants its own and will not touch that of a real CommVault`,
    );
  await rm(REGISTRY, { recursive: true, force: true });
  onTestFinished(() => rm(REGISTRY, { recursive: true, force: true }));
  await plantFiles('/', { [MARK]: '' });
  for (const [index, logFolder] of logFolders.entries()) {
    const client = index === 0 ? 'ma01' : `ma01_${index + 1}`;
    const folder = join(REGISTRY, 'Galaxy', `Instance00${index + 1}`);
    await plantFiles(folder, instance(client, logFolder, '/opt/commvault-of-this-test/Base'));
  }
}
