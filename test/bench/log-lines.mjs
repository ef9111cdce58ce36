// Lines like those of CommVault's logs, from a seed: columns as documented (process, thread, time, job, message), the
// messages invented. Bursts of the same line, stacks, XML, connection strings, Chinese. Runs in plain Node.

/** Numbers that are the same for the same seed. */
export class Dice {
  #state;

  /** @param {number} seed */
  constructor(seed) {
    this.#state = (Math.imul(seed + 1, 2654435761) + 97) >>> 0;
  }

  /** @returns {number} from 0 up to, and not, 1 */
  roll() {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** @param {number} below @returns {number} whole, from 0 */
  below(below) {
    return Math.floor(this.roll() * below);
  }

  /**
   * @template Thing
   * @param {readonly Thing[]} things
   * @returns {Thing}
   */
  one(things) {
    return things[this.below(things.length)];
  }
}

export const MODULES = [
  ...[
    'CVD',
    'CVMA',
    'CVJobReplicatorODS',
    'JobManager',
    'MediaManager',
    'clBackup',
    'clRestore',
    'FileScan',
    'archiveIndex',
  ],
  ...[
    'CVArchive',
    'EvMgrS',
    'EvMgrC',
    'AppMgrSvc',
    'SIDBEngine',
    'SIDBPrune',
    'UpdateIndex',
    'cvfwd',
    'ScheduleManager',
  ],
  ...['CvStartupClient', 'vsbkp', 'IDASQL', 'OraBrowse', 'DataMover', 'AuxCopyMgr', 'CommServDR'],
];

/** @type {((dice: Dice) => string)[]} */
const MESSAGES = [
  (dice) =>
    `CVArchive::WriteBuffer() - Wrote data chunk, size in bytes [${dice.below(1e6)}], archive file [${dice.below(4000)}]`,
  () => 'CVSession::keepAlive() - Session is alive, no data in the last interval',
  (dice) => `SdtTailProcessor::fetchAndSend - Buffers in flight [${dice.below(64)}], window [64]`,
  (dice) => `Pipe closed by client on host [srv-app-${dice.below(50)}], iRet [-1]`,
  (dice) => `Connected to 10.20.${dice.below(4)}.${dice.below(200) + 1}:8400 for service CVD`,
  (dice) => `User CORP\\user.${dice.below(40)} logged in, permission [Browse]`,
  (dice) =>
    `Processing file [D:\\Data\\dept${dice.below(9)}\\f${dice.below(999)}.dat] size ${dice.below(1e7)}`,
  (dice) =>
    `Data Source=sql${dice.below(9)};Initial Catalog=CommServ;User ID=sa;Password=P${dice.below(99999)}x;`,
  (dice) => `Alert mail sent to a.user${dice.below(30)}@corp.example.com`,
  (dice) => `Archive file ${dice.below(1e5)} committed, throughput ${dice.below(500)} MB/s`,
  () => 'Version 11.0.80.160, Service Pack 28, running on Windows Server 2019 Datacenter',
  (dice) =>
    `Phase ${dice.below(6)} of the backup job finished with status 0x${dice.below(65535).toString(16)}`,
  (dice) => `Opening \\\\fsrv${dice.below(9)}\\share\\dir\\file${dice.below(100)}.txt for read`,
  (dice) => `Waiting for resources, retrying in ${dice.below(60)} seconds, reservation not ready yet`,
  (dice) =>
    `DedupMgr::lookup() - Signature block found in DDB, reference count ${dice.below(50)}, block offset ${dice.below(1e6)}`,
  (dice) =>
    `<App_Progress jobId="${dice.below(900) + 230000}" phase="${dice.below(6)}" percent="${dice.below(100)}" host="srv-db-${dice.below(20)}"/>`,
  () => 'BkpCtrlHandle::startThread() - 备份线程已启动，等待数据传输',
  (dice) =>
    `CvFailed to connect to service EvMgrC on media-${dice.below(12)}.corp.example.com, error = 0x80070${dice.below(999)}`,
  () => 'MMReserve::release() - Releasing drive, mount path and stream back to the pool',
  (dice) =>
    `Scanned folder [/data/projects/p${dice.below(300)}] with ${dice.below(5000)} files in ${dice.below(90)} seconds`,
  () => 'IndexCache::flush() - Nothing to flush, last checkpoint is current',
  (dice) => `Network: bytes sent ${dice.below(1e8)}, bytes received ${dice.below(1e8)}, retransmits 0`,
];

const CALLS = [
  'Run',
  'Open',
  'Send',
  'Receive',
  'OnTimer',
  'Commit',
  'Scan',
  'Lookup',
  'Dispatch',
  'HandleMessage',
];

const STACK = [
  '    at CommVault.Index.Reader.Open(String path, Int32 flags)',
  '    at CommVault.Index.Cache.Load(IndexKey key)',
  '    at CommVault.Browse.Session.Run(Request request, Response response)',
  '    at System.Threading.ThreadHelper.ThreadStart()',
];

const two = (/** @type {number} */ number) => String(number).padStart(2, '0');

/**
 * @param {Dice} dice
 * @param {string} module
 * @param {string} end of a line
 * @returns {Generator<string>} whole lines for ever
 */
export function* logLines(dice, module, end) {
  const processId = 1000 + dice.below(30000);
  const threads = Array.from({ length: 40 }, () => dice.below(65535).toString(16));
  const jobs = Array.from({ length: 12 }, () => 230000 + dice.below(900));
  let seconds = dice.below(86_400 * 20);
  for (;;) {
    if (dice.below(3) === 0) seconds += dice.below(8);
    const day = Math.floor(seconds / 86_400) + 1;
    const time = `11/${two(day % 29)} ${two(Math.floor(seconds / 3600) % 24)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
    const job = dice.below(3) === 0 ? '###' : String(dice.one(jobs));
    const start = `${processId}  ${dice.one(threads)}  ${time} ${job} ${module}::`;
    const message = dice.one(MESSAGES)(dice);
    const call = dice.one(CALLS);
    const kind = dice.below(100);
    const times = kind < 3 ? 2 + dice.below(6) : 1;
    for (let turn = 0; turn < times; turn += 1) yield `${start}${call}() - ${message}${end}`;
    if (kind === 99) yield `${start}Error() - Unhandled exception${end}${STACK.join(end)}${end}`;
  }
}
