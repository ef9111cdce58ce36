// What the case's jobs left on this machine: small text files of their job results folders. Runs in the engine's process.
import { type Host, isTrouble } from '../../host/host.ts';
import { detectLogEncoding, logDecoder } from '../../logs/log-encoding.ts';
import type { Collector, Note, Source } from '../collector.ts';
import { type FoundFile, walkFolder } from '../walk-folder.ts';
import { jobResultsFolders } from './job-results-folders.ts';

const MAX_FILE_BYTES = 5 * 1024 ** 2;
const MAX_TOTAL_BYTES = 50 * 1024 ** 2;
const MAX_FILES = 1_000;
const SAMPLE_BYTES = 4 * 1024;
/** Credentials and keys that a job may need. */
const NEVER =
  /(^|\/)(qsession|[^/]*(passw|pwd|psw|cred|secret|token|certificates?(\/|$)))|\.(pem|key|pfx|p12|jks|keystore)$/i;

export const commvaultJobResults: Collector = {
  id: 'commvault.job-results',
  platforms: ['win32', 'linux', 'darwin'],
  needsAdmin: 'for-some',
  timeoutMs: 60_000,
  async look({ host, request, facts, signal }) {
    const { jobIds } = request;
    if (jobIds.length === 0) return { skipped: 'no-job-id' };
    const instances = facts.commvault?.instances ?? [];
    const sources: Source[] = [];
    const notes: Note[] = [];
    const leftOut: Note[] = [];
    let leftBytes = MAX_TOTAL_BYTES;
    const searched = new Set<string>();
    for (const { instance, jobResultsDirs = [] } of instances) {
      // Instances may share one.
      for (const root of jobResultsDirs.filter((folder) => !searched.has(folder))) {
        searched.add(root);
        const found = await jobResultsFolders(host, root, jobIds, signal);
        notes.push(...found.notes);
        for (const { jobId, path: folder } of found.folders) {
          const walked = await walkFolder(host, folder, signal);
          notes.push(...walked.notes);
          leftOut.push(...walked.leftOut);
          for (const file of walked.files) {
            signal.throwIfAborted();
            const { path, relativePath, sizeBytes, modifiedAt } = file;
            const tooMuch = sizeBytes > leftBytes || sources.length >= MAX_FILES;
            const reason = tooMuch ? 'size-limit' : await whyNot(host, file);
            if (reason !== undefined) {
              leftOut.push({ reason, about: path, sizeBytes });
              continue;
            }
            leftBytes -= sizeBytes;
            const name = `${instance}/${jobId}/${relativePath}`;
            sources.push({ kind: 'file', name, path, sizeBytes, modifiedAt });
          }
        }
      }
    }
    if (sources.length + notes.length + leftOut.length === 0) return { skipped: 'no-job-results' };
    return { sources, notes, leftOut };
  },
};

/** @returns undefined for a small text that holds no credentials by its name. */
async function whyNot(host: Host, { path, relativePath, sizeBytes }: FoundFile): Promise<string | undefined> {
  if (NEVER.test(relativePath)) return 'holds-secrets';
  if (sizeBytes > MAX_FILE_BYTES) return 'size-limit';
  const ends = await host.readEnds(path, sizeBytes, SAMPLE_BYTES);
  // What cannot be read is told when it is collected.
  return isTrouble(ends) || isText(ends.head) ? undefined : 'not-text';
}

/** Hardly any control characters in whatever encoding it has; some programs colour their output. */
function isText(sample: Buffer): boolean {
  const text = logDecoder(detectLogEncoding(sample).encoding).decode(sample);
  const controls = text.replaceAll(/\s/g, '').match(/\p{Cc}/gu) ?? [];
  return controls.length * 50 <= text.length;
}
