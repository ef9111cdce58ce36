// One measured pass of the redactor over a log, for redaction.bench.mjs: in a process of its own, as the rivals are, because what
// else lives in a process is collected with what a pass leaves. Prints processor seconds. Runs in plain Node.
// Arguments: the built redactor, the log.
import { scryptSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const [, , built = '', log = ''] = process.argv;
const { createRedactor, StandIns, letGo } = await import(pathToFileURL(built).href);
const bytes = readFileSync(log);
// In packing, blocks of a megabyte come and go, after which glibc keeps what is freed (mallopt(3), M_MMAP_THRESHOLD) instead of
// returning it page by page; a pass alone frees too little for that. scrypt takes one block of 8 MiB and gives it back.
scryptSync('', '', 16, { N: 8192, r: 8, maxmem: 16 * 1024 ** 2 });

/** Processor seconds of one pass. What came out is given back at once, as it is in packing once a thread has it. */
function pass() {
  const before = process.cpuUsage();
  const redactor = createRedactor({ level: 'standard', standIns: StandIns.fresh(Buffer.alloc(16, 1)) });
  for (let name = 0; name < 400; name += 1) redactor.learn('host', `lxhost${1000 + name}`);
  const text = redactor.openText(bytes.subarray(0, 64 * 1024));
  for (let at = 0; at < bytes.length; at += 256 * 1024) {
    const ready = text.write(bytes.subarray(at, at + 256 * 1024));
    if (ready.length > 0) letGo(ready);
  }
  text.end();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

// The first one is compiled as it runs.
pass();
console.log(pass());
