// What collectors learn about a machine, in the shape case.json gives it. Used by every process.
import { z } from 'zod';
import { IncidentFacts } from './incident.ts';

export const Platform = z.enum(['win32', 'linux', 'darwin']);
export type Platform = z.infer<typeof Platform>;

export const OsFacts = z.object({
  platform: Platform,
  name: z.string(),
  version: z.string(),
  build: z.string().optional(),
  arch: z.string(),
});
export type OsFacts = z.infer<typeof OsFacts>;

/** One answer to a question that several sources answer, so that a conflict is shown and never silently decided. */
const SourcedValue = z.object({
  value: z.string(),
  /** The registry value, file or command that said so. */
  source: z.string(),
  /** stated: the user said so. documented: the vendor says this source holds it. inferred: our reading of something else. */
  confidence: z.enum(['stated', 'documented', 'inferred']),
});
export type SourcedValue = z.infer<typeof SourcedValue>;

const Service = z.object({ name: z.string(), state: z.enum(['running', 'stopped', 'unknown']) });
export type Service = z.infer<typeof Service>;

/** One CommVault installation; several on a machine are normal. */
export const CommvaultInstance = z.object({
  instance: z.string(),
  clientName: z.string().optional(),
  commServe: z.string().optional(),
  /** As found; a build string such as 11.80.32.0 says nothing of the patch level. */
  version: z.string().optional(),
  patchLevel: z.string().optional(),
  roles: z.array(z.string()),
  logDir: z.string().optional(),
  /** Where it was found: a registry key, a properties folder, or what the user said. */
  source: z.string(),
  /** Every answer found for the version and for the patch level, best first; more than one value is a conflict. */
  versions: z.array(SourcedValue).optional(),
  patchLevels: z.array(SourcedValue).optional(),
  services: z.array(Service).optional(),
  /** Where CommVault is installed (dGALAXYHOME, dBASEHOME, dHOME). */
  home: z.string().optional(),
  /** Where jobs leave their results (dJOBRESULTSDIR). */
  jobResultsDirs: z.array(z.string()).optional(),
});
export type CommvaultInstance = z.infer<typeof CommvaultInstance>;

/** For each field of a device the source it came from, such as sysfs, lsscsi, mtx or registry. */
const FieldSources = z.record(z.string(), z.string());

/** One place in a tape library: a slot, an import/export slot, a drive or the arm. */
export const LibraryElement = z.object({
  kind: z.enum(['drive', 'slot', 'import-export', 'arm']),
  /** As the library numbers it; some begin at 0. */
  index: z.number().int(),
  state: z.enum(['full', 'empty', 'unknown']),
  barcode: z.string().optional(),
  /** For a full drive: the slot its tape came from; absent where the library does not know. */
  loadedFromSlot: z.number().int().optional(),
});
export type LibraryElement = z.infer<typeof LibraryElement>;

const ScsiDevice = z.object({
  vendor: z.string().optional(),
  model: z.string().optional(),
  revision: z.string().optional(),
  serial: z.string().optional(),
  /** The device's own path, such as /dev/sch0 or \\\\.\\Changer0; absent where the system gave it none. */
  path: z.string().optional(),
  /** The generic device, the only one we ever open. */
  genericPath: z.string().optional(),
  /** host:channel:target:lun or the bus position the system names. */
  address: z.string().optional(),
  hostAdapter: z.string().optional(),
  sources: FieldSources,
});

export const TapeChanger = ScsiDevice.extend({
  driveCount: z.number().int().optional(),
  /** All storage elements without the import/export ones. */
  slotCount: z.number().int().optional(),
  importExportSlotCount: z.number().int().optional(),
  elements: z.array(LibraryElement),
  /** Why there are no elements, as the device said it. */
  trouble: z.string().optional(),
});
export type TapeChanger = z.infer<typeof TapeChanger>;

export const TapeDrive = ScsiDevice.extend({
  /** Its place in the library. */
  element: z.number().int().optional(),
  ready: z.boolean().optional(),
  /** Raised TapeAlert flags by number and name. */
  tapeAlerts: z.array(z.string()).optional(),
});
export type TapeDrive = z.infer<typeof TapeDrive>;

export const TapeLibraryFacts = z.object({
  changers: z.array(TapeChanger),
  drives: z.array(TapeDrive),
});
export type TapeLibraryFacts = z.infer<typeof TapeLibraryFacts>;

export const DatabaseFacts = z.object({
  product: z.string(),
  version: z.string(),
  edition: z.string().optional(),
  instance: z.string().optional(),
  /** The file, registry value or program that said so. */
  source: z.string(),
});
export type DatabaseFacts = z.infer<typeof DatabaseFacts>;

const Disk = z.object({
  mount: z.string(),
  fileSystem: z.string(),
  sizeBytes: z.number(),
  freeBytes: z.number(),
});
const NetworkAddress = z.object({
  name: z.string(),
  mac: z.string(),
  addresses: z.array(z.string()),
  speedMbit: z.number().optional(),
});

/** A Fibre Channel or SAS host adapter. */
export const HostAdapter = z.object({
  name: z.string(),
  model: z.string().optional(),
  firmware: z.string().optional(),
  driver: z.string().optional(),
  wwpn: z.string().optional(),
  link: z.string().optional(),
  speed: z.string().optional(),
});
export type HostAdapter = z.infer<typeof HostAdapter>;

export const HardwareFacts = z.object({
  manufacturer: z.string().optional(),
  model: z.string().optional(),
  serial: z.string().optional(),
  virtual: z.boolean().optional(),
  cpu: z.object({ model: z.string(), cores: z.number(), speedGhz: z.number().optional() }),
  memory: z.object({ totalBytes: z.number(), availableBytes: z.number() }),
  disks: z.array(Disk),
  network: z.array(NetworkAddress),
  hostAdapters: z.array(HostAdapter).optional(),
});
export type HardwareFacts = z.infer<typeof HardwareFacts>;

/** Each collector adds its part; a part that is missing was not found out. */
export const Facts = z.object({
  os: OsFacts.optional(),
  hostName: z.string().optional(),
  hardware: HardwareFacts.optional(),
  commvault: z.object({ instances: z.array(CommvaultInstance) }).optional(),
  tapeLibrary: TapeLibraryFacts.optional(),
  databases: z.array(DatabaseFacts).optional(),
  incident: IncidentFacts.optional(),
});
export type Facts = z.infer<typeof Facts>;
