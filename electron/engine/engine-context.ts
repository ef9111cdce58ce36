// What every engine call needs besides its subject; given by the edge that calls. Runs in the engine's process.
import type { SupportPolicy } from '#shared/policy/support-policy.ts';
import type { EffectivePolicy } from '#shared/schema/effective-policy.ts';
import type { Progress } from '#shared/schema/progress.ts';
import type { Host } from './host/host.ts';

export interface EngineContext {
  readonly host: Host;
  readonly policy: SupportPolicy;
  /** What holds on this machine beyond the support policy; absent: no policy file, nothing is restricted. */
  readonly rules?: EffectivePolicy;
  readonly tool: { readonly name: string; readonly version: string };
  /** Absolute; for what must outlive a case on this machine. Need not exist yet. */
  readonly dataFolder: string;
  /** Called often (at most about 20 times a second); must not throw. */
  readonly onProgress: (progress: Progress) => void;
  readonly signal: AbortSignal;
  /** What a thread of this program begins with; absent: all is done in this one. */
  readonly threadFile?: URL;
}
