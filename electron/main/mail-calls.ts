// What the window's calls about e-mail do: drafts of a saved packet, the guide's other requests, and opening them.
// The paths of drafts stay here; the window counts them. Runs in the main process.
import { stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { success } from '#shared/ipc/result.ts';
import type { Handlers } from './answer-calls.ts';
import type { EngineClient } from './engine-client.ts';
import type { KnownPackets } from './known-packets.ts';
import type { SettingsStore } from './settings-store.ts';

export interface MailCallOptions {
  readonly engine: EngineClient;
  readonly settings: SettingsStore;
  readonly packets: KnownPackets;
  readonly defaultOutputFolder: () => Promise<string>;
  readonly showInFolder: (path: string) => void;
  readonly openFile: (path: string) => Promise<boolean>;
}

type MailChannel = 'email:save' | 'email:open' | 'email:show' | 'request:save';

export function mailCalls(options: MailCallOptions): Pick<Handlers, MailChannel> {
  const { engine, settings } = options;
  const drafts: Record<'case' | 'request', readonly string[]> = { case: [], request: [] };
  return {
    async 'email:save'({ sha256, to, maxMessageBytes }) {
      const path = await options.packets.path(sha256);
      if (path === undefined) throw new Error('no such packet was saved');
      await settings.change({ mailTo: to.join(', '), maxMessageMb: Math.round(maxMessageBytes / 1e6) });
      const saved = await engine.call('email', { path, folder: dirname(path), to, maxMessageBytes });
      if (!saved.ok) return saved;
      drafts.case = saved.value.drafts.map((draft) => draft.path);
      return success({
        folder: saved.value.folder,
        to: [...to],
        drafts: saved.value.drafts.map((draft) => ({
          name: basename(draft.path),
          bytes: draft.bytes,
          attachment: basename(draft.attachment.path),
        })),
      });
    },
    async 'email:open'(kind, place) {
      const path = drafts[kind][place];
      if (path === undefined) throw new Error(`no draft ${kind} ${place}`);
      const opened = await options.openFile(path);
      if (!opened) options.showInFolder(path);
      return success(opened);
    },
    async 'email:show'(kind) {
      const [first] = drafts[kind];
      if (first !== undefined) options.showInFolder(first);
      return success(null);
    },
    async 'request:save'({ request, to }) {
      const folder = await options.defaultOutputFolder();
      const written = await engine.call('request', { request, folder, to });
      if (!written.ok) return written;
      const { path } = written.value;
      drafts.request = [path];
      const { size } = await stat(path);
      return success({ folder, to: written.value.to, drafts: [{ name: basename(path), bytes: size }] });
    },
  };
}
