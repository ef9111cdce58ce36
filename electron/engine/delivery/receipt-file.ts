// The receipt of a delivery, a file beside the packet. Runs in the engine's process.
import { DeliveryReceipt } from '#shared/schema/delivery.ts';
import { readTextFile } from '../own-files/read-text-file.ts';
import { writePrivateFile } from '../own-files/write-private-file.ts';

const MAX_BYTES = 64 * 1024;

/** @returns where the receipt of a packet lies. */
export function receiptPathOf(packetPath: string): string {
  return `${packetPath.replace(/\.zip(\.age)?$/, '')}.receipt.json`;
}

/** Rejects with the system's error. */
export function writeReceipt(path: string, receipt: DeliveryReceipt): Promise<void> {
  return writePrivateFile(path, `${JSON.stringify(receipt, null, 2)}\n`);
}

/** @returns undefined where there is none that can be understood. */
export async function readReceipt(path: string): Promise<DeliveryReceipt | undefined> {
  const file = await readTextFile(path, MAX_BYTES);
  if (!file.ok) return undefined;
  try {
    return DeliveryReceipt.safeParse(JSON.parse(file.text)).data;
  } catch {
    return undefined;
  }
}
