// Microsoft Exchange Server: its setup key in the registry. Runs in the engine's process.
import type { FindDatabases } from './find-databases.ts';
import { registryKeys } from './registry-keys.ts';

/** Microsoft's own names for major.minor; 15.2 is 2019 and, later, the Subscription Edition. */
const NAMES: Readonly<Record<string, string>> = {
  '14.0': 'Exchange Server 2010',
  '14.1': 'Exchange Server 2010 SP1',
  '14.2': 'Exchange Server 2010 SP2',
  '14.3': 'Exchange Server 2010 SP3',
  '15.0': 'Exchange Server 2013',
  '15.1': 'Exchange Server 2016',
  '15.2': 'Exchange Server 2019 / SE',
};

export const findExchange: FindDatabases = async (search) => {
  if (search.host.platform !== 'win32') return [];
  const keys = await Promise.all(
    ['v15', 'v14'].map((version) =>
      registryKeys(`HKLM\\SOFTWARE\\Microsoft\\ExchangeServer\\${version}\\Setup`, false, search),
    ),
  );
  return keys.flat().flatMap(({ path, values }) => {
    const [major, minor] = [values.get('msiproductmajor'), values.get('msiproductminor')];
    if (major === undefined || minor === undefined) return [];
    const build = [values.get('msibuildmajor'), values.get('msibuildminor')].filter(Boolean);
    const product = NAMES[`${major}.${minor}`] ?? 'Exchange Server';
    return [{ product, version: [major, minor, ...build].join('.'), source: path }];
  });
};
