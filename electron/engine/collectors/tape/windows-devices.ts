// Tape drives and media changers as Windows' device manager knows them. Changers have no class of their own in CIM, so they
// are asked for by their setup class. Runs in the engine's process.
import { z } from 'zod';
import { knownFields, type Sighting } from './sighting.ts';

export const WINDOWS_DEVICES_SCRIPT = `
$drives = @(Get-CimInstance -ClassName Win32_TapeDrive | Select-Object Name, DeviceID, PNPDeviceID)
$changers = @(Get-PnpDevice -PresentOnly -Class MediumChanger | Select-Object FriendlyName, InstanceId)
$drivers = @(Get-CimInstance -ClassName Win32_PnPSignedDriver -Filter "DeviceClass='MEDIUMCHANGER' OR DeviceClass='TAPEDRIVE'" | Select-Object DeviceName, DeviceClass, DeviceID, HardWareID, Location, DriverVersion)
@{ drives = $drives; changers = $changers; drivers = $drivers } | ConvertTo-Json -Depth 4 -Compress
`;

const text = z.string().nullish();
const Answer = z.object({
  drives: z.array(z.object({ Name: text, DeviceID: text, PNPDeviceID: text })),
  changers: z.array(z.object({ FriendlyName: text, InstanceId: text })),
  drivers: z.array(z.object({ DeviceClass: text, DeviceID: text, HardWareID: text, Location: text })),
});

/** A device of the device manager; its key is its instance id. */
export interface WindowsDevice extends Sighting {
  /** Bus, target and logical unit; Windows does not say of which adapter. */
  readonly place?: string;
}

/** @param json what the script printed. @returns undefined where it is not that. */
export function parseWindowsDevices(json: unknown): WindowsDevice[] | undefined {
  const { success, data } = Answer.safeParse(json);
  if (!success) return undefined;
  const { drives, changers, drivers } = data;
  const found = new Map<string, WindowsDevice>();
  const add = (device: Pick<Sighting, 'source' | 'kind'>, id: string | null | undefined, path?: string) => {
    if (id == null || found.has(id.toUpperCase())) return;
    const driver = drivers.find(({ DeviceID }) => DeviceID?.toUpperCase() === id.toUpperCase());
    const place = driver?.Location?.match(/\d+/g)?.map(Number);
    found.set(id.toUpperCase(), {
      ...device,
      key: id,
      fields: knownFields({ ...(fromHardwareId(driver?.HardWareID) ?? fromInstanceId(id)), path }),
      ...(place?.length === 3 ? { place: place.join(':') } : {}),
    });
  };
  for (const { PNPDeviceID, DeviceID } of drives) {
    const isPath = /^\\\\\.\\Tape\d+$/i.test(DeviceID ?? '');
    add(
      { source: 'Win32_TapeDrive', kind: 'tape' },
      PNPDeviceID,
      isPath ? (DeviceID ?? undefined) : undefined,
    );
  }
  for (const { InstanceId } of changers) add({ source: 'Get-PnpDevice', kind: 'changer' }, InstanceId);
  // Before Windows 8 there is no Get-PnpDevice, and a drive without a driver of Microsoft's is in no other list.
  for (const { DeviceClass, DeviceID } of drivers) {
    const kind = DeviceClass?.toUpperCase() === 'TAPEDRIVE' ? 'tape' : 'changer';
    add({ source: 'Win32_PnPSignedDriver', kind }, DeviceID);
  }
  return [...found.values()];
}

type Names = Pick<Sighting['fields'], 'vendor' | 'model' | 'revision'>;

/** `SCSI\SequentialHP______Ultrium_4-SCSI__U52D`: columns as in the device's answer, blanks turned into underlines. */
function fromHardwareId(id: string | null | undefined): Names | undefined {
  const [, vendor, model, revision] =
    /^SCSI\\(?:Sequential|Changer)(.{8})(.{16})(.{4})$/.exec(id ?? '') ?? [];
  if (vendor === undefined || model === undefined || revision === undefined) return undefined;
  return { vendor: spaced(vendor), model: spaced(model), revision: spaced(revision) };
}

/** `SCSI\CHANGER&VEN_HP&PROD_MSL_G3_SERIES\5&2b3e…`: the same, all in capitals and without the revision. */
function fromInstanceId(id: string): Names {
  const [, vendor, model] = /&VEN_(.*?)&PROD_(.*?)\\/i.exec(id) ?? [];
  return vendor === undefined || model === undefined ? {} : { vendor: spaced(vendor), model: spaced(model) };
}

function spaced(name: string): string {
  return name.replaceAll('_', ' ').trimEnd();
}
