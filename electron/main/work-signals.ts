// What the system shows of long work while the window is out of sight: progress on the taskbar, and a notification at the
// end. Runs in the main process. Window and notification are injected, so tests need no Electron.
import type { Texts } from '#shared/i18n/texts.ts';
import type { Result } from '#shared/ipc/result.ts';
import type { Progress } from '#shared/schema/progress.ts';

/** What is used of Electron's BrowserWindow. */
export interface SignalledWindow {
  isFocused(): boolean;
  /** From 0 to 1; 2 is work without a known end; -1 takes it away. */
  setProgressBar(share: number): void;
}

export interface WorkSignals {
  progress(progress: Progress): void;
  /** @param work what ended; cancelling is no news for whoever asked for it */
  ended(work: 'prepare' | 'deliver' | 'send', result: Result<unknown>): void;
}

interface WorkSignalOptions {
  readonly window: () => SignalledWindow | undefined;
  readonly texts: () => Texts;
  readonly notify: (title: string, body: string) => void;
}

const NO_END = 2;
const NONE = -1;

export function createWorkSignals({ window, texts, notify }: WorkSignalOptions): WorkSignals {
  return {
    progress({ stage, doneBytes, totalBytes }) {
      const known = stage !== 'look' && totalBytes > 0;
      window()?.setProgressBar(known ? Math.min(1, doneBytes / totalBytes) : NO_END);
    },
    ended(work, result) {
      const shown = window();
      shown?.setProgressBar(NONE);
      const cancelled = !result.ok && result.problems.every(({ code }) => code === 'cancelled');
      if (shown === undefined || shown.isFocused() || cancelled) return;
      const { notice } = texts().work;
      if (work === 'send') notify(...sendNotice(result, notice));
      else if (!result.ok) notify(notice.failed, notice.failedText);
      else if (work === 'prepare') notify(notice.collected, notice.collectedText);
      else notify(notice.saved, notice.savedText);
    },
  };
}

/** A server that is met for the first time is a question to the user. */
function sendNotice(
  result: Result<unknown>,
  notice: Texts['work']['notice'],
): readonly [title: string, text: string] {
  if (result.ok) return [notice.sent, notice.sentText];
  const asks = result.problems.some(({ code }) => code === 'unknown-host-key');
  return asks ? [notice.asks, notice.asksText] : [notice.notSent, notice.notSentText];
}
