// A session bus of its own, as a desktop has one: where the store of secrets and the notifications answer. Runs in vitest.
import { type ChildProcess, spawn } from 'node:child_process';

export interface SessionBus {
  /** The value for the environment variable DBUS_SESSION_BUS_ADDRESS. */
  readonly address: string;
  stop(): Promise<void>;
}

export async function startSessionBus(): Promise<SessionBus> {
  const bus = spawn('dbus-daemon', ['--session', '--nofork', '--print-address'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return { address: await firstLine(bus), stop: () => ended(bus) };
}

/** Ends a program and waits until it is gone. */
export function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('close', () => resolve());
    child.kill();
  });
}

/** @returns the first line that a program writes. */
function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.stdout?.setEncoding('utf8').once('data', (text: string) => resolve(text.trim()));
    child.once('error', reject);
    child.once('close', () => reject(new Error(`${child.spawnfile} did not start`)));
  });
}
