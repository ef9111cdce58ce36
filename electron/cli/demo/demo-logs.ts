// The demo machine's CommVault logs: invented lines in CommVault's layout (process, thread, time, job, message) that tell of
// a tape drive failing during a nightly backup. Runs in the command line's process.
import { commvaultTime } from './demo-time.ts';
import { type Random, seededRandom } from './random.ts';

export interface DemoLog {
  /** Base name, such as CVD. */
  readonly name: string;
  readonly lines: number;
  readonly usual: readonly [string, ...string[]];
  /** Trouble, about one line in forty. */
  readonly trouble: readonly [string, ...string[]];
}

const DRIVE_TROUBLE = [
  'Drive [ULT3580-TD8_2] did not become ready in [300] seconds, error=0x4, iRet [-1]',
  'Cannot mount media [A00{n2}L8] in drive [ULT3580-TD8_2]. Error Code: [62:{n3}]',
  'SCSI command failed: ErrNo. 5 (Input/output error), sense key [0x04], ASC [0x44]',
] as const;

export const DEMO_LOGS: readonly DemoLog[] = [
  {
    name: 'CVD',
    lines: 2200,
    usual: [
      'CvSession: connection [{n6}] from client [fs{n2}.demo.example] accepted on port [8400]',
      'Heartbeat: CommServe [cs01.demo.example] answered in [{n2}] ms',
      'ProcessManager: started process [cvma] with pid [{n5}] for job [{job}]',
      'Service table refreshed, [{n2}] services registered',
    ],
    trouble: ['Connection to [cs01.demo.example:8400] reset by peer, retry [1] of [3]', ...DRIVE_TROUBLE],
  },
  {
    name: 'CVMA',
    lines: 1800,
    usual: [
      'Mount request [{n5}]: media [A00{n2}L8], drive [ULT3580-TD8_{n1}]',
      'Chunk [{n6}] closed, size [{n4}] MB, file mark [{n3}]',
      'Throughput of the last interval [{n3}] GB/h',
    ],
    trouble: DRIVE_TROUBLE,
  },
  {
    name: 'clBackup',
    lines: 1500,
    usual: [
      'Backup of [/data/finance/{n4}.xlsx] done, [{n5}] KB',
      'Backup of [/data/财务部/2026年报表_{n3}.xlsx] done, [{n5}] KB',
      'Pipeline buffers in use [{n2}] of [120]',
    ],
    trouble: [
      'Failed to write to the data pipe, error=0x80070005, Cannot continue job [{job}]',
      'Cannot open [/data/财务部/合同/扫描件_{n3}.pdf]: Permission denied',
    ],
  },
  {
    name: 'FileScan',
    lines: 900,
    usual: [
      'Scanned [{n5}] files below [/data/finance] in [{n3}] s',
      'Scanned [{n5}] files below [/data/财务部] in [{n3}] s',
      'Collect file [{n1}] written, [{n5}] entries',
    ],
    trouble: ['Cannot stat [/data/finance/tmp/~{n5}.tmp]: No such file or directory'],
  },
  {
    name: 'JobManager',
    lines: 700,
    usual: [
      'Job [{job}] phase [Backup] running, [{n2}] % done',
      'Job [{job}] attempt [{n1}] started on MediaAgent [ma02]',
    ],
    trouble: ['Job [{job}] went pending: Failed to mount media with barcode [A00{n2}L8]'],
  },
  {
    name: 'MediaManager',
    lines: 900,
    usual: [
      'Reserved drive [ULT3580-TD8_{n1}] for job [{job}]',
      'Library [MSL-DEMO] inventory unchanged, [{n2}] media present',
    ],
    trouble: ['Drive [ULT3580-TD8_2] marked offline after [3] failures', ...DRIVE_TROUBLE],
  },
  {
    name: 'SIDBEngine',
    lines: 800,
    usual: [
      'Engine [{n3}]: [{n6}] primary and [{n6}] secondary records, average lookup [{n3}] us',
      'Quiesce of group [1] took [{n3}] ms',
    ],
    trouble: ['Slow lookup: [{n4}] us on store [/ddb/part1], disk busy [97] %'],
  },
  {
    name: 'archiveIndex',
    lines: 500,
    usual: ['Index of job [{job}] archived, [{n5}] KB, checksum ok'],
    trouble: ['Failed to archive index of job [{job}], will retry in [10] minutes'],
  },
  {
    name: 'EvMgrC',
    lines: 500,
    usual: ['Event [{n5}] sent to CommServe [cs01.demo.example]'],
    trouble: ['Cannot send event [{n5}], queued locally, iRet [-1]'],
  },
  {
    name: 'cvfwd',
    lines: 600,
    usual: ['Tunnel to [cs01.demo.example:8403] alive, [{n4}] KB in, [{n4}] KB out'],
    trouble: ['Tunnel to [cs01.demo.example:8403] lost: Connection timed out, reconnecting'],
  },
  {
    name: 'cvlaunchd',
    lines: 300,
    usual: ['Child [cvd] pid [{n5}] is running'],
    trouble: ['Child [cvma] pid [{n5}] ended with status [11], Failed to restart at once'],
  },
  {
    name: 'UpdateIndex',
    lines: 400,
    usual: ['Applied [{n4}] changes to index [{n5}]'],
    trouble: ['Cannot lock index [{n5}], waited [60] s'],
  },
];

/** {n3} becomes a number of three digits, {job} one of the night's jobs. */
function filled(message: string, random: Random): string {
  return message
    .replace(/\{n(\d)\}/g, (_, digits: string) =>
      String(random.between(10 ** (Number(digits) - 1), 10 ** Number(digits) - 1)),
    )
    .replaceAll('{job}', () => String(random.between(230_801, 230_819)));
}

/** @returns the whole text of a log whose lines lie between two times. */
export function demoLogText(log: DemoLog, from: Date, to: Date, seed: number): string {
  const random = seededRandom(seed);
  const stepMs = (to.getTime() - from.getTime()) / log.lines;
  const processId = random.between(2_000, 30_000);
  const lines = Array.from({ length: log.lines }, (_, index) => {
    const time = commvaultTime(new Date(from.getTime() + index * stepMs));
    const thread = random.between(0x400, 0xffff).toString(16);
    const message = filled(random.pick(random.between(1, 40) === 1 ? log.trouble : log.usual), random);
    const job = random.between(1, 3) === 1 ? '###' : String(random.between(230_801, 230_819));
    return `${processId} ${thread.padEnd(5)} ${time} ${job} ${message}`;
  });
  return `${lines.join('\n')}\n`;
}
