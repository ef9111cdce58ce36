// Gives the memory of a large buffer back at once. Runs in threads of the engine's process.
import { MessageChannel, type MessagePort } from 'node:worker_threads';

let nobody: MessagePort | undefined;

/**
 * To be called by the only one who has it; it is empty afterwards. V8 lets 64 MiB of buffers pile up in each thread before it
 * looks which of them are still of use; what is transferred to a port that is closed is freed without its help (HTML Standard,
 * message ports: transferred before the message is dropped).
 */
export function letGo(buffer: Buffer<ArrayBuffer>): void {
  if (nobody === undefined) {
    nobody = new MessageChannel().port1;
    nobody.close();
  }
  nobody.postMessage(null, [buffer.buffer]);
}
