// Host adapters of Windows: SCSI and SAS controllers for everyone, Fibre Channel ports for administrators. Runs in the
// engine's process.
import { z } from 'zod';
import type { HostAdapter } from '#shared/schema/facts.ts';
import type { Host } from '../../host/host.ts';
import { askPowershell } from '../../host/powershell.ts';
import type { Note } from '../collector.ts';
import { commandNote } from '../trouble-note.ts';

export const HOST_ADAPTERS_SCRIPT = `
$controllers = @(Get-CimInstance -ClassName Win32_SCSIController | Select-Object Name, DriverName, PNPDeviceID, Status)
$ports = @(Get-CimInstance -Namespace root/WMI -ClassName MSFC_FibrePortHBAAttributes -ErrorVariable denied | Select-Object InstanceName, @{ n = 'PortWWN'; e = { @($_.Attributes.PortWWN | ForEach-Object { $_.ToString('x2') }) -join ':' } }, @{ n = 'PortState'; e = { $_.Attributes.PortState } }, @{ n = 'PortSpeed'; e = { $_.Attributes.PortSpeed } })
$adapters = @(Get-CimInstance -Namespace root/WMI -ClassName MSFC_FCAdapterHBAAttributes | Select-Object InstanceName, Model, FirmwareVersion, DriverName, DriverVersion)
@{ controllers = $controllers; ports = $ports; adapters = $adapters; denied = [bool]($denied | Where-Object { "$($_.CategoryInfo.Category)" -eq 'PermissionDenied' }) } | ConvertTo-Json -Depth 4 -Compress
`;

const text = z.string().nullish();
const number = z.number().nullish();
const Answer = z.object({
  controllers: z.array(z.object({ Name: text, DriverName: text, PNPDeviceID: text, Status: text })),
  ports: z.array(z.object({ InstanceName: text, PortWWN: text, PortState: number, PortSpeed: number })),
  adapters: z.array(
    z.object({
      InstanceName: text,
      Model: text,
      FirmwareVersion: text,
      DriverName: text,
      DriverVersion: text,
    }),
  ),
  denied: z.boolean(),
});

/** HBA_PORTSTATE and HBA_PORTSPEED of the storage industry's HBA API, which WMI passes on as numbers. */
const STATES: Readonly<Record<number, string>> = {
  ...{ 2: 'Online', 3: 'Offline', 4: 'Bypassed', 5: 'Diagnostics', 6: 'Linkdown', 7: 'Error', 8: 'Loopback' },
};
const SPEEDS: Readonly<Record<number, string>> = {
  ...{ 1: '1 Gbit', 2: '2 Gbit', 4: '10 Gbit', 8: '4 Gbit', 16: '8 Gbit', 32: '16 Gbit', 64: '32 Gbit' },
};

/** @returns a note where Windows shows Fibre Channel ports to administrators only, or did not answer. */
export async function windowsHostAdapters(
  host: Host,
  signal: AbortSignal,
): Promise<{ adapters: HostAdapter[]; note?: Note }> {
  const { command, answer, json } = await askPowershell(host, HOST_ADAPTERS_SCRIPT, signal);
  const { success, data } = Answer.safeParse(json);
  if (!success) {
    const failed = { reason: 'command-failed', about: command.program };
    return { adapters: [], note: commandNote({ ...command, args: [] }, answer) ?? failed };
  }
  const denied = { reason: 'permission-denied', about: 'MSFC_FibrePortHBAAttributes' };
  return { adapters: adaptersOf(data), ...(data.denied ? { note: denied } : {}) };
}

function adaptersOf({ controllers, ports, adapters }: z.infer<typeof Answer>): HostAdapter[] {
  const fibre = ports.map(({ InstanceName, PortWWN, PortState, PortSpeed }) => {
    const adapter = adapters.find((one) => one.InstanceName === InstanceName);
    return known(InstanceName ?? 'Fibre Channel', {
      model: adapter?.Model,
      firmware: adapter?.FirmwareVersion,
      driver: [adapter?.DriverName, adapter?.DriverVersion].filter(Boolean).join(' '),
      wwpn: PortWWN,
      link: STATES[PortState ?? 0],
      speed: SPEEDS[PortSpeed ?? 0],
    });
  });
  // Storage Spaces and iSCSI are controllers to Windows as well, on no bus of the machine.
  const cards = controllers.filter(({ PNPDeviceID }) => /^(PCI|VMBUS)\\/i.test(PNPDeviceID ?? ''));
  return [
    ...fibre,
    ...cards.map(({ Name, DriverName, PNPDeviceID }) =>
      known(Name ?? PNPDeviceID ?? 'SCSI', { driver: DriverName }),
    ),
  ];
}

function known(name: string, parts: Readonly<Record<string, string | null | undefined>>): HostAdapter {
  return { name, ...Object.fromEntries(Object.entries(parts).filter(([, value]) => value)) };
}
