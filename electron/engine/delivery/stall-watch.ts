// Notices that nothing has moved for too long. Runs in the engine's process.
import { SendFailure } from './send-failure.ts';

export class StallWatch {
  readonly #onStall: (failure: SendFailure) => void;
  #timer: NodeJS.Timeout | undefined;
  #timeoutMs: number;
  #over = false;

  /** @param onStall called once, unless stopped before */
  constructor(timeoutMs: number, onStall: (failure: SendFailure) => void) {
    this.#timeoutMs = timeoutMs;
    this.#onStall = onStall;
    this.moved();
  }

  /** Something moved: the time starts anew, unless it is over. @param timeoutMs from now on */
  moved(timeoutMs: number = this.#timeoutMs): void {
    // What a dying connection still reports must not keep the process alive.
    if (this.#over) return;
    this.#timeoutMs = timeoutMs;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#over = true;
      this.#onStall(new SendFailure('stalled', `${timeoutMs / 1000} s`));
    }, timeoutMs);
  }

  stop(): void {
    this.#over = true;
    clearTimeout(this.#timer);
  }
}
