// The demo machine itself: operating system, hardware, system log. Runs in the command line's process.
import type { HardwareFacts } from '#shared/schema/facts.ts';
import { DEMO_TIME_ZONE, syslogTime } from './demo-time.ts';
import { seededRandom } from './random.ts';

const GIB = 1024 ** 3;

const hardware: HardwareFacts = {
  manufacturer: 'Demo Systems',
  model: 'DS-2200',
  serial: 'DEMO0001',
  virtual: false,
  cpu: { model: 'Demo CPU 2.4 GHz', cores: 16, speedGhz: 2.4 },
  memory: { totalBytes: 64 * GIB, availableBytes: 21 * GIB },
  disks: [
    { mount: '/', fileSystem: 'xfs', sizeBytes: 100 * GIB, freeBytes: 38 * GIB },
    { mount: '/ddb', fileSystem: 'xfs', sizeBytes: 800 * GIB, freeBytes: 61 * GIB },
  ],
  network: [{ name: 'eth0', mac: '02:00:00:00:00:02', addresses: ['192.0.2.12'], speedMbit: 10_000 }],
};

const OS_RELEASE = `NAME="Rocky Linux"
VERSION="9.4 (Blue Onyx)"
ID="rocky"
VERSION_ID="9.4"
PRETTY_NAME="Rocky Linux 9.4 (Blue Onyx)"
`;

const KERNEL_TROUBLE = [
  'st 3:0:2:0: [st2] Error 8 (driver bt 0x0, host bt 0x8)',
  'st 3:0:2:0: [st2] Sense Key : Hardware Error [current]',
  'lpfc 0000:3b:00.0: 0:(0):0203 Devloss timeout on WWPN 50:01:10:a0:00:00:00:02',
] as const;

const SYSLOG_LINES = [
  'systemd[1]: Started Session {n} of user root.',
  'chronyd[812]: Selected source 192.0.2.1',
  'CROND[{n}]: (root) CMD (/usr/lib64/sa/sa1 1 1)',
  'commvault[2011]: Instance001 服务运行正常（{n}）',
] as const;

function systemLog(now: Date): string {
  const random = seededRandom(9);
  const lines = Array.from({ length: 1500 }, (_, index) => {
    const time = new Date(now.getTime() - (1500 - index) * 60_000);
    const kernel = random.between(1, 30) === 1;
    const message = kernel ? `kernel: ${random.pick(KERNEL_TROUBLE)}` : random.pick(SYSLOG_LINES);
    return `${syslogTime(time)} ma02 ${message.replaceAll('{n}', String(random.between(1000, 9999)))}`;
  });
  return `${lines.join('\n')}\n`;
}

/** @returns system files by path. */
export function systemFiles(now: Date): [string, string][] {
  return [
    ['/etc/os-release', OS_RELEASE],
    ['/var/log/messages', systemLog(now)],
  ];
}

/** What host.json of a recorded host says, in the shape that the engine reads. */
export const demoHost = {
  platform: 'linux',
  arch: 'x64',
  kernelVersion: '5.14.0-427.el9.x86_64',
  hostName: 'ma02',
  timeZone: DEMO_TIME_ZONE,
  elevated: true,
  env: {},
  hardware,
  commands: [
    {
      program: 'dmesg',
      stdout: KERNEL_TROUBLE.map((line, index) => `[ 90${index}1.204113] ${line}\n`).join(''),
    },
  ],
} as const;
