// A desktop's notifications, shown by dunst on the window's own display. Runs in vitest.
import { spawn, spawnSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { ended } from './session-bus.ts';

export interface ShownNotification {
  readonly title: string;
  readonly text: string;
}

export interface Notifications {
  /** Those on the screen now; they are taken away. */
  take(): ShownNotification[];
  stop(): Promise<void>;
}

/** @param env DISPLAY and DBUS_SESSION_BUS_ADDRESS of the window */
export async function showNotifications(env: Readonly<Record<string, string>>): Promise<Notifications> {
  const surroundings = { ...process.env, ...env };
  const control = (...args: string[]) =>
    spawnSync('dunstctl', args, { env: surroundings, encoding: 'utf8' }).stdout;
  // Until somebody takes them away, however busy the machine is.
  const dunst = spawn('dunst', ['-timeout_low', '0', '-timeout_normal', '0'], {
    env: surroundings,
    stdio: 'ignore',
  });
  for (let waited = 0; control('count', 'displayed').trim() !== '0'; waited += 1) {
    if (dunst.exitCode !== null || waited > 100) throw new Error('dunst did not start');
    await sleep(100);
  }
  return {
    take() {
      if (control('count', 'displayed').trim() === '0') return [];
      control('close-all');
      const { data } = JSON.parse(control('history'));
      control('history-clear');
      return data[0].map((one: Record<'summary' | 'body', { data: string }>) => ({
        title: one.summary.data,
        text: one.body.data,
      }));
    },
    stop: () => ended(dunst),
  };
}
