// Reads a packet with a reader that is not ours: Python's zipfile. Runs in vitest.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const SCRIPT = `
import json, sys, zipfile
with zipfile.ZipFile(sys.argv[1]) as packet:
    assert packet.testzip() is None
    case = json.loads(packet.read('case.json'))
    print(json.dumps({'names': packet.namelist(), 'case': case, 'last': packet.read(sys.argv[2]).decode() if len(sys.argv) > 2 else ''}))
`;

export interface ReadPacket {
  readonly names: readonly string[];
  /** case.json as it is in the packet. */
  readonly case: Record<string, unknown>;
  /** The text of the entry that was asked for. */
  readonly last: string;
}

/** @param entry an entry whose text is wanted too */
export async function readPacket(path: string, entry?: string): Promise<ReadPacket> {
  const args = ['-c', SCRIPT, path, ...(entry === undefined ? [] : [entry])];
  const { stdout } = await promisify(execFile)('python3', args, { maxBuffer: 64 * 1024 ** 2 });
  return JSON.parse(stdout) as ReadPacket;
}
