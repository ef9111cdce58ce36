// Asks before the program ends while a packet is on its way: go on minimised, stop and quit, or neither. Runs in the main
// process. Electron's dialog is injected, so tests need no Electron.
import type { Texts } from '#shared/i18n/texts.ts';

/** What is used of Electron's MessageBoxOptions. */
export interface LeaveQuestion {
  type: 'question';
  message: string;
  detail: string;
  buttons: string[];
  /** Index of the button that Enter presses. */
  defaultId: number;
  /** Index of what Esc and closing the question stand for. */
  cancelId: number;
  noLink: boolean;
}

export interface LeavingOptions {
  readonly isSending: () => boolean;
  readonly texts: () => Texts;
  /** @returns the index of the button that was pressed */
  readonly ask: (question: LeaveQuestion) => Promise<number>;
  readonly minimize: () => void;
  readonly quit: () => void;
}

export interface Leaving {
  /** For the window's `close` and the program's `before-quit`. @returns whether it is held up by the question */
  hold(event: { preventDefault(): void }): boolean;
  /** Ends the program without a question: the system is shutting down, or was told to end it. */
  quitUnasked(): void;
}

const MINIMIZE = 0;
const STOP = 1;
const STAY = 2;

export function createLeaving({ isSending, texts, ask, minimize, quit }: LeavingOptions): Leaving {
  let asking = false;
  let settled = false;

  const quitUnasked = () => {
    settled = true;
    quit();
  };
  async function question(): Promise<void> {
    const { leaving } = texts();
    const answer = await ask({
      type: 'question',
      message: leaving.question,
      detail: leaving.detail,
      buttons: [leaving.minimize, leaving.stop, leaving.stay],
      defaultId: MINIMIZE,
      cancelId: STAY,
      noLink: true,
    });
    if (answer === STOP) quitUnasked();
    if (answer === MINIMIZE) minimize();
  }

  return {
    quitUnasked,
    hold(event) {
      if (settled || !(asking || isSending())) return false;
      event.preventDefault();
      if (asking) return true;
      asking = true;
      void question().finally(() => {
        asking = false;
      });
      return true;
    },
  };
}
