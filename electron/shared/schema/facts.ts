// What collectors learn about a machine, in the shape case.json gives it. Used by every process.
import { z } from 'zod';

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
});
export type CommvaultInstance = z.infer<typeof CommvaultInstance>;

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

export const HardwareFacts = z.object({
  manufacturer: z.string().optional(),
  model: z.string().optional(),
  serial: z.string().optional(),
  virtual: z.boolean().optional(),
  cpu: z.object({ model: z.string(), cores: z.number(), speedGhz: z.number().optional() }),
  memory: z.object({ totalBytes: z.number(), availableBytes: z.number() }),
  disks: z.array(Disk),
  network: z.array(NetworkAddress),
});
export type HardwareFacts = z.infer<typeof HardwareFacts>;

/** Each collector adds its part; a part that is missing was not found out. */
export const Facts = z.object({
  os: OsFacts.optional(),
  hostName: z.string().optional(),
  hardware: HardwareFacts.optional(),
  commvault: z.object({ instances: z.array(CommvaultInstance) }).optional(),
});
export type Facts = z.infer<typeof Facts>;
