// A TCP relay in front of a real server, which cuts, stalls or slows down real connections after so many bytes. Runs in
// vitest.
import { connect, createServer, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Relay {
  readonly port: number;
  /** Connections so far. */
  readonly connections: () => number;
  /** Of these, those that still stand. */
  readonly standing: () => number;
  /** Bytes that clients sent, by connection. */
  readonly sent: readonly number[];
  /** Cuts what stands: a relay that stalls does not see that its client was killed. */
  drop(): void;
  close(): Promise<void>;
}

/** What happens to a connection when the client has sent this many bytes over it. */
export type Fault = { readonly afterBytes: number; readonly what: 'cut' | 'stall' | 'slow' };

/** One chunk, of 64 KiB at most, each time: about 1 MB/s. */
const SLOW_MS = 60;

/** @param faults of the first connection, the second, …; later ones are not disturbed */
export async function startRelay(serverPort: number, faults: readonly (Fault | undefined)[]): Promise<Relay> {
  const open = new Set<Socket>();
  const sent: number[] = [];
  let count = 0;
  const server = createServer((client) => {
    const fault = faults[count];
    const index = count;
    count += 1;
    client.on('data', (chunk: Buffer) => {
      sent[index] = (sent[index] ?? 0) + chunk.length;
    });
    const upstream = connect(serverPort, '127.0.0.1');
    for (const socket of [client, upstream]) {
      open.add(socket);
      socket.on('error', () => {}).on('close', () => open.delete(socket));
    }
    client.on('close', () => upstream.destroy());
    upstream.on('close', () => client.destroy());
    upstream.pipe(client);
    forward(client, upstream, fault);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const drop = () => {
    for (const socket of open) socket.destroy();
  };
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    connections: () => count,
    standing: () => open.size / 2,
    sent,
    drop,
    async close() {
      drop();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Resolves when a connection has sent enough to be stalled, and the server had time to write it. */
export async function untilStalled({ sent }: Relay, afterBytes: number): Promise<void> {
  while (!sent.some((bytes) => bytes >= afterBytes)) await sleep(20);
  await sleep(500);
}

function forward(client: Socket, upstream: Socket, fault: Fault | undefined): void {
  let passed = 0;
  client.on('data', (chunk: Buffer) => {
    const slow = fault?.what === 'slow' && passed >= fault.afterBytes;
    const whole = fault === undefined || fault.what === 'slow';
    const room = whole ? chunk.length : Math.max(0, fault.afterBytes - passed);
    passed += chunk.length;
    const goesOn = upstream.write(chunk.subarray(0, room));
    if (slow) {
      client.pause();
      setTimeout(() => client.resume(), SLOW_MS);
    } else if (room < chunk.length && fault?.what === 'stall') client.pause();
    else if (room < chunk.length) setTimeout(() => client.resetAndDestroy(), 20);
    else if (!goesOn) {
      client.pause();
      upstream.once('drain', () => client.resume());
    }
  });
}
