// What a delivery must remember across a killed process, one small file each: what the target kept for resuming, and
// whether the server may have acted already. Runs in the engine's process.
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { isRunning } from '../is-running.ts';
import { readJsonFile } from '../own-files/read-json-file.ts';
import { writePrivateFile } from '../own-files/write-private-file.ts';
import { SendFailure } from './send-failure.ts';

/** A few hundred bytes, unless a server's address is a monster. */
const MAX_BYTES = 1024 ** 2;

const Remembered = z.object({
  formatVersion: z.literal(1),
  packetPath: z.string(),
  sha256: z.string(),
  /** Without secrets. */
  target: z.string(),
  startedAt: z.iso.datetime(),
  attempts: z.number().int(),
  /** The target's own. */
  kept: z.string().optional(),
  handedOver: z.boolean(),
});
export type Remembered = z.infer<typeof Remembered>;

/** One delivery of one packet to one target: only one process at a time has it open. */
export class DeliveryState {
  readonly #file: string;
  readonly #lock: string;
  #remembered: Remembered;
  #saved = true;

  private constructor(file: string, remembered: Remembered) {
    this.#file = file;
    this.#lock = `${file}.lock`;
    this.#remembered = remembered;
  }

  /**
   * @param fresh used where nothing (usable) is remembered of this delivery
   * Rejects with SendFailure where another process is sending the same to the same target.
   */
  static async open(dataFolder: string, fresh: Remembered): Promise<DeliveryState> {
    const file = stateFile(dataFolder, fresh.sha256, fresh.target);
    const state = new DeliveryState(file, fresh);
    await state.#claim();
    const earlier = await readRemembered(file);
    if (earlier?.sha256 === fresh.sha256 && earlier.target === fresh.target) state.#remembered = earlier;
    return state;
  }

  get current(): Remembered {
    return this.#remembered;
  }

  /** False once a change could not be written: the delivery goes on, a new process would begin anew. */
  get saved(): boolean {
    return this.#saved;
  }

  async change(part: Partial<Pick<Remembered, 'attempts' | 'kept' | 'handedOver'>>): Promise<void> {
    this.#remembered = { ...this.#remembered, ...part };
    await writePrivateFile(this.#file, `${JSON.stringify(this.#remembered)}\n`).catch(() => {
      this.#saved = false;
    });
  }

  /** Sent once more at the user's wish: what was kept for resuming belongs to the first time. */
  async beginAnew(): Promise<void> {
    const { kept: _kept, ...rest } = this.#remembered;
    this.#remembered = { ...rest, attempts: 0, handedOver: false };
    await this.change({});
  }

  /** The delivery is done: nothing is left to remember. */
  async forget(): Promise<void> {
    await rm(this.#file, { force: true }).catch(() => undefined);
  }

  async close(): Promise<void> {
    await rm(this.#lock, { force: true }).catch(() => undefined);
  }

  async #claim(): Promise<void> {
    try {
      await mkdir(join(this.#lock, '..'), { recursive: true, mode: 0o700 });
      await writeFile(this.#lock, String(process.pid), { mode: 0o600, flag: 'wx' });
    } catch (error) {
      // Where nothing can be written nothing can be claimed: a full disk must not keep a packet from leaving.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return;
      const owner = Number(await readFile(this.#lock, 'utf8').catch(() => ''));
      if (owner > 0 && owner !== process.pid && isRunning(owner))
        throw new SendFailure('already-running', String(owner));
      await writeFile(this.#lock, String(process.pid), { mode: 0o600 }).catch(() => undefined);
    }
  }
}

/** @returns what is remembered of deliveries that did not end well; files that cannot be understood are passed over. */
export async function rememberedDeliveries(dataFolder: string): Promise<readonly Remembered[]> {
  const folder = deliveriesFolder(dataFolder);
  const names = await readdir(folder).catch(() => []);
  const files = names.filter((name) => name.endsWith('.json')).map((name) => join(folder, name));
  return (await Promise.all(files.map(readRemembered))).filter((one) => one !== undefined);
}

/** Gives a delivery up: it is not gone on with. Rejects with the system's error. */
export async function forgetDelivery(dataFolder: string, sha256: string, target: string): Promise<void> {
  await rm(stateFile(dataFolder, sha256, target), { force: true });
}

/** @returns whether a living process has this delivery open. */
export async function isUnderWay(
  dataFolder: string,
  { sha256, target }: Pick<Remembered, 'sha256' | 'target'>,
): Promise<boolean> {
  const lock = `${stateFile(dataFolder, sha256, target)}.lock`;
  const owner = Number(await readFile(lock, 'utf8').catch(() => ''));
  return owner > 0 && isRunning(owner);
}

function stateFile(dataFolder: string, sha256: string, target: string): string {
  const key = createHash('sha256').update(`${sha256} ${target}`).digest('hex').slice(0, 32);
  return join(deliveriesFolder(dataFolder), `${key}.json`);
}

const deliveriesFolder = (dataFolder: string) => join(dataFolder, 'deliveries');

async function readRemembered(path: string): Promise<Remembered | undefined> {
  const file = await readJsonFile(path, MAX_BYTES, Remembered);
  return file.ok ? file.value : undefined;
}
