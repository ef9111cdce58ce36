// Pictures of the screen or of another window, where the system offers them. Runs in the main process; what it uses of
// Electron is injected.
import type { DesktopCapturerSource, Size, SourcesOptions } from 'electron';
import { failure, type Result, success } from '#shared/ipc/result.ts';
import type { CaptureSource } from '#shared/schema/capture-source.ts';

/** Pixels; what the user chooses from. */
const PREVIEW: Size = { width: 480, height: 300 };
/** For the window manager to take the window off the screen. */
const HIDE_MS = 350;

export interface ScreenCaptureOptions {
  getSources(options: SourcesOptions): Promise<DesktopCapturerSource[]>;
  /** Pixels of the largest screen. */
  largestScreen(): Size;
  /** Why the system gives no pictures of the screen, known beforehand. */
  refusal(): 'wayland' | 'permission' | undefined;
  hideWindow(): void;
  showWindow(): void;
}

export interface ScreenCapture {
  /** Screens first. A system that gives no pictures is the problem `capture-unavailable`. */
  sources(): Promise<Result<CaptureSource[]>>;
  /** A PNG, with this program's own window out of the way. An id that was not offered is a bug and throws. */
  capture(id: string): Promise<Result<Buffer>>;
}

export function createScreenCapture(options: ScreenCaptureOptions): ScreenCapture {
  let offered: readonly string[] = [];
  // Some systems answer with empty pictures or an error instead of saying no.
  const look = async (thumbnailSize: Size) => {
    const found = await options
      .getSources({ types: ['screen', 'window'], thumbnailSize })
      .catch((): DesktopCapturerSource[] => []);
    return found.filter(({ thumbnail }) => !thumbnail.isEmpty());
  };
  return {
    async sources() {
      const refusal = options.refusal();
      if (refusal !== undefined) return failure({ code: 'capture-unavailable', reason: refusal });
      const found = await look(PREVIEW);
      offered = found.map(({ id }) => id);
      if (found.length === 0) return failure({ code: 'capture-unavailable', reason: 'nothing-shown' });
      return success(
        found.map(({ id, name, thumbnail }) => ({
          id,
          name,
          kind: id.startsWith('screen:') ? 'screen' : 'window',
          preview: thumbnail.toDataURL(),
        })),
      );
    },
    async capture(id) {
      if (!offered.includes(id)) throw new Error(`${id} was not offered for capturing`);
      options.hideWindow();
      try {
        await new Promise((resolve) => setTimeout(resolve, HIDE_MS));
        const source = (await look(options.largestScreen())).find((one) => one.id === id);
        // A window may have been closed since it was offered.
        if (source === undefined) return failure({ code: 'capture-unavailable', reason: 'nothing-shown' });
        return success(source.thumbnail.toPNG());
      } finally {
        options.showWindow();
      }
    },
  };
}
