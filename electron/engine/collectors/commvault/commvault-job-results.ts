// What the case's jobs left on this machine: small text files of their job results folders. Runs in the engine's process.
import { type Host, isTrouble } from '../../host/host.ts';
import { detectLogEncoding, logDecoder } from '../../logs/log-encoding.ts';
import type { Collector, LookContext, Note, Source } from '../collector.ts';
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
  async look(context) {
    if (context.request.jobIds.length === 0) return { skipped: 'no-job-id' };
    const { files, notes, leftOut } = await filesOfJobs(context);
    const sources: Source[] = [];
    let leftBytes = MAX_TOTAL_BYTES;
    for (const { name, path, within, sizeBytes, modifiedAt } of files) {
      context.signal.throwIfAborted();
      const tooMuch = sizeBytes > leftBytes || sources.length >= MAX_FILES;
      const reason = tooMuch ? 'size-limit' : await whyNot(context.host, { name, path, sizeBytes });
      if (reason !== undefined) {
        leftOut.push({ reason, about: path, sizeBytes });
        continue;
      }
      leftBytes -= sizeBytes;
      sources.push({ kind: 'file', name, path, within, sizeBytes, modifiedAt });
    }
    if (sources.length + notes.length + leftOut.length === 0) return { skipped: 'no-job-results' };
    return { sources, notes, leftOut };
  },
};

/** All files of the jobs' folders; `name` is instance, job and place below the job's folder. */
async function filesOfJobs({ host, request, facts, signal }: LookContext): Promise<{
  files: (FoundFile & { readonly name: string })[];
  notes: Note[];
  leftOut: Note[];
}> {
  const roots = new Map<string, string>();
  for (const { instance, jobResultsDirs = [] } of facts.commvault?.instances ?? []) {
    // Instances may share a folder: it goes with the first.
    for (const root of jobResultsDirs) if (!roots.has(root)) roots.set(root, instance);
  }
  const files: (FoundFile & { readonly name: string })[] = [];
  const notes: Note[] = [];
  const leftOut: Note[] = [];
  for (const [root, instance] of roots) {
    const found = await jobResultsFolders(host, root, request.jobIds, signal);
    notes.push(...found.notes);
    for (const { jobId, path } of found.folders) {
      const walked = await walkFolder(host, path, signal);
      notes.push(...walked.notes);
      leftOut.push(...walked.leftOut);
      files.push(
        ...walked.files.map((file) => ({ ...file, name: `${instance}/${jobId}/${file.relativePath}` })),
      );
    }
  }
  return { files, notes, leftOut };
}

/** @returns undefined for a small text that holds no credentials by its name. */
async function whyNot(
  host: Host,
  { name, path, sizeBytes }: { name: string; path: string; sizeBytes: number },
): Promise<string | undefined> {
  if (NEVER.test(name)) return 'holds-secrets';
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
