// Notices that nothing has moved for too long. Runs in the engine's process.
import { SendFailure } from './send-failure.ts';

export class StallWatch {
  readonly #onStall: (failure: SendFailure) => void;
  #timer: NodeJS.Timeout | undefined;
  #timeoutMs: number;

  /** @param onStall called once, unless stopped before */
  constructor(timeoutMs: number, onStall: (failure: SendFailure) => void) {
    this.#timeoutMs = timeoutMs;
    this.#onStall = onStall;
    this.moved();
  }

  /** Something moved: the time starts anew. @param timeoutMs from now on */
  moved(timeoutMs: number = this.#timeoutMs): void {
    this.#timeoutMs = timeoutMs;
    clearTimeout(this.#timer);
    const failure = () => new SendFailure('stalled', `${timeoutMs / 1000} s`);
    this.#timer = setTimeout(() => this.#onStall(failure()), timeoutMs);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}
