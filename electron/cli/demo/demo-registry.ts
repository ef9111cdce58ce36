// The demo machine's CommVault registry: a MediaAgent with two instances. Runs in the command line's process.

export interface DemoInstance {
  readonly name: string;
  readonly logFolder: string;
  /** Seeds its logs. */
  readonly seed: number;
  /** Package ids of Unix: 1101 file system, 1301 MediaAgent, 1204 Oracle. */
  readonly packages: readonly number[];
}

export const DEMO_INSTANCES: readonly DemoInstance[] = [
  {
    name: 'Instance001',
    logFolder: '/var/log/commvault/Log_Files',
    seed: 1,
    packages: [1101, 1301],
  },
  {
    name: 'Instance002',
    logFolder: '/var/log/commvault2/Log_Files',
    seed: 2,
    packages: [1101, 1204],
  },
];

/** @returns every .properties file of an instance, by path. */
export function registryFiles({ name, logFolder, packages }: DemoInstance): [string, string][] {
  const folder = `/etc/CommVaultRegistry/Galaxy/${name}`;
  const home = name === 'Instance001' ? '/opt/commvault' : '/opt/commvault2';
  const properties = (section: string, values: Record<string, string>): [string, string] => [
    `${folder}/${section}.properties`,
    Object.entries(values)
      .map(([key, value]) => `${key} ${value}\n`)
      .join(''),
  ];
  return [
    properties('', { sPhysicalNodeName: 'ma02', sProductVersion: '11.0.0(BUILD80)' }),
    properties('Base/', { dHOME: home, dBASEHOME: `${home}/Base` }),
    properties('CommServe/', { sCSCLIENTNAME: 'cs01', sCSHOSTNAME: 'cs01.demo.example' }),
    properties('EventManager/', { dEVLOGDIR: logFolder }),
    ...packages.map((id) => properties(`Installer/Subsystems/${id}/`, { nINSTALL: '1' })),
  ];
}
