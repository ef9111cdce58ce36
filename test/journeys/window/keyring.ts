// GNOME's keyring, unlocked, on a session bus of its own: the system's store of secrets as a desktop has it. Runs in vitest.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ended, startSessionBus } from './session-bus.ts';

export interface Keyring {
  /** The surroundings of programs that use it. */
  readonly env: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

/** @param folder a new one, where the keyring lies */
export async function startKeyring(folder: string): Promise<Keyring> {
  const own = join(folder, 'session');
  mkdirSync(own, { mode: 0o700 });
  const bus = await startSessionBus();
  const env = {
    DBUS_SESSION_BUS_ADDRESS: bus.address,
    XDG_RUNTIME_DIR: own,
    XDG_DATA_HOME: own,
    // By this the program knows which store to ask.
    XDG_CURRENT_DESKTOP: 'GNOME',
  };
  const daemon = spawn('gnome-keyring-daemon', ['--foreground', '--unlock', '--components=secrets'], {
    stdio: ['pipe', 'ignore', 'ignore'],
    env: { ...process.env, ...env, HOME: own },
  });
  daemon.stdin?.end('login horse');
  for (let waited = 0; !(existsSync(join(own, 'keyrings', 'login.keyring')) && isOnBus(env)); waited += 1) {
    if (daemon.exitCode !== null || waited > 300) throw new Error('the keyring did not start');
    await sleep(100);
  }
  return {
    env,
    async stop() {
      await ended(daemon);
      await bus.stop();
    },
  };
}

/** Whether a store of secrets answers there. */
function isOnBus(env: Readonly<Record<string, string>>): boolean {
  const asking = ['--session', '--print-reply', '--dest=org.freedesktop.DBus', '/org/freedesktop/DBus'];
  const question = ['org.freedesktop.DBus.NameHasOwner', 'string:org.freedesktop.secrets'];
  const { stdout } = spawnSync('dbus-send', [...asking, ...question], {
    env: { ...process.env, ...env },
    encoding: 'utf8',
  });
  return stdout.includes('boolean true');
}
