// One pass over a file's bytes: how its texts are opened, and what else the pass must know. Runs in the engine's process.
import type { Redactor } from './redactor.ts';
import type { DoneSegment } from './text-redaction.ts';

export interface RedactStep {
  /** Begins one text; the sample is its first bytes. Throws where the redaction itself fails. */
  open(sample: Buffer): ReturnType<Redactor['openText']>;
  /** What a thread made of these bytes already. */
  done?(chunk: Buffer): Promise<DoneSegment | undefined>;
  /** How many names are known by now. */
  readonly learned: () => number;
  /** The name of a file inside an archive. */
  name(name: string): string;
  /** What is no text goes as it is: the user chose it, or chose to mask secrets only. */
  readonly asItIs: boolean;
  /** For archives that must be on disk to be read. */
  readonly privateFolder: string;
  readonly signal: AbortSignal;
}
