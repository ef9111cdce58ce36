// A seeded text like CommVault's logs, for benchmarks: columns as documented, messages invented, about half of the lines with
// something to redact. Runs in plain Node.

const MODULES = [
  'CVArchive',
  'CVD',
  'JobManager',
  'MediaManager',
  'clBackup',
  'EvMgrS',
  'ArchMgr',
  'FileScan',
];

/** @param {(below: number) => number} pick */
const messages = (pick) => [
  () => `Pipe closed by client on host [srv-app-${pick(50)}], iRet [-1]`,
  () => `Connected to 10.20.${pick(4)}.${pick(250) + 1}:8400 CVD`,
  () => `User CORP\\user.${pick(40)} logged in`,
  () => `Processing chunk ${pick(99999)} of file [D:\\Data\\f${pick(999)}.dat] size ${pick(1e9)}`,
  () => `Data Source=sql${pick(9)};User ID=sa;Password=P${pick(99999)}x;`,
  () => `Mail sent to a.user${pick(30)}@corp.example.com`,
  () => `Archive file ${pick(1e7)} committed, throughput ${pick(500)} MB/s, version 11.0.80.160`,
  () => `Phase 4 of the backup job finished with status 0x${pick(65535).toString(16)}`,
  () => `Opening \\\\fsrv${pick(9)}\\share\\dir\\file${pick(100)}.txt for read`,
  () => `Waiting for resources, retrying in ${pick(60)} seconds, reservation ${pick(1e6)} not ready yet`,
  () => `Copying block ${pick(1e6)} offset ${pick(1e9)} checksum ${pick(1e9).toString(16)} done`,
];

/**
 * @param {number} bytes at least so many
 * @returns {Buffer}
 */
export function commVaultLikeLog(bytes) {
  let state = 1;
  const pick = (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const two = (number) => String(number).padStart(2, '0');
  const kinds = messages(pick);
  const lines = [];
  for (let size = 0; size < bytes; size += lines.at(-1).length) {
    const time = `11/22 ${two(pick(24))}:${two(pick(60))}:${two(pick(60))}`;
    const job = pick(3) ? String(pick(900000)) : '###';
    const message = kinds[pick(kinds.length)]();
    lines.push(
      `${pick(30000)} ${pick(65535).toString(16)}  ${time} ${job} ${MODULES[pick(8)]}::Run() - ${message}\r\n`,
    );
  }
  return Buffer.from(lines.join(''));
}
