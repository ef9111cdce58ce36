// The system's own logs, bounded in time and size. Runs in the engine's process.
import type { Host } from '../../host/host.ts';
import type { Collector, Findings, LookContext } from '../collector.ts';
import { linuxLogs } from './system-logs-linux.ts';
import { macosLogs } from './system-logs-macos.ts';
import { windowsLogs } from './system-logs-windows.ts';

export const systemLogs: Collector = {
  id: 'system.logs',
  platforms: ['win32', 'linux', 'darwin'],
  needsAdmin: 'for-some',
  timeoutMs: 30_000,
  look: (context) => logsOf[context.host.platform](context),
};

const logsOf: Record<Host['platform'], (context: LookContext) => Promise<Findings>> = {
  win32: windowsLogs,
  linux: linuxLogs,
  darwin: macosLogs,
};
