// All targets. One line each; where a packet can go is decided by the scheme of its URL. Runs in the engine's process.
import { httpsTarget } from './http/https-target.ts';
import type { Target } from './target.ts';

export const targets: readonly Target[] = [httpsTarget];
