// What each call of the window does: one short handler a channel. Runs in the main process.

import { asResult } from '#engine/trouble.ts';
import { texts } from '#shared/i18n/texts.ts';
import { success } from '#shared/ipc/result.ts';
import type { Language } from '#shared/schema/settings.ts';
import type { AboutChannel } from './about-calls.ts';
import type { Handlers } from './answer-calls.ts';
import type { CaseDrafts } from './case-drafts.ts';
import { draftCalls } from './draft-calls.ts';
import type { EngineClient } from './engine-client.ts';
import { fullRequest, planRequest } from './engine-request.ts';
import type { KnownPackets } from './known-packets.ts';
import { mailCalls } from './mail-calls.ts';
import { packetCalls } from './packet-calls.ts';
import type { PickedFiles } from './picked-files.ts';
import type { ScreenCapture } from './screen-capture.ts';
import type { Screenshots } from './screenshots.ts';
import type { SendingCalls } from './sending-calls.ts';
import type { SettingsStore } from './settings-store.ts';
import type { WorkSignals } from './work-signals.ts';

export interface WindowCallOptions {
  readonly about: Pick<Handlers, AboutChannel>;
  readonly version: string;
  readonly engine: EngineClient;
  readonly picked: PickedFiles;
  readonly screenshots: Screenshots;
  readonly screenCapture: ScreenCapture;
  readonly settings: SettingsStore;
  readonly drafts: CaseDrafts;
  readonly dataFolder: string;
  readonly packets: KnownPackets;
  /** The calls about sending packets. */
  readonly sending: SendingCalls;
  readonly signals: WorkSignals;
  readonly minimize: () => void;
  /** Another language was chosen. */
  readonly onLanguage: () => void;
  readonly systemLanguage: Language;
  readonly defaultOutputFolder: () => Promise<string>;
  /** A draft may be kept in this folder. */
  readonly onDraftFolder: (folder: string) => void;
  readonly showInFolder: (path: string) => void;
  /** Opens a file in the system's program for it. @returns whether there is one */
  readonly openFile: (path: string) => Promise<boolean>;
}

export function windowCalls(options: WindowCallOptions): Handlers {
  const { version, engine, picked, settings, drafts, sending, systemLanguage } = options;
  let lastPacket: string | undefined;
  const language = () => settings.current().language ?? systemLanguage;
  const folderOf = async (picks: string | undefined) =>
    picks === undefined ? options.defaultOutputFolder() : picked.path(picks, 'output-folder');

  return {
    ...draftCalls(drafts, picked),
    ...packetCalls(options),
    ...mailCalls(options),
    ...sending,
    async 'app:start'() {
      const [unfinished, outputFolder, kept] = await Promise.all([
        sending['sending:unfinished'](),
        options.defaultOutputFolder(),
        drafts.list(),
      ]);
      return success({
        version,
        language: language(),
        settings: settings.current(),
        outputFolder,
        drafts: kept,
        // What is wrong with the targets is told where they are needed.
        unfinished: unfinished.ok ? unfinished.value : [],
      });
    },
    'app:machine': () => engine.call('describe', null),
    async 'settings:save'(changed) {
      await settings.change(changed);
      if (changed.language !== undefined) options.onLanguage();
      return success(null);
    },
    'support:clock': (plan) => engine.call('clock', { plan }),
    async 'files:pick'(kind) {
      const files = await picked.pick(kind, texts(language()));
      const folder = files[0];
      if (kind === 'output-folder' && folder) await settings.change({ outputFolder: folder.label });
      return success(files);
    },
    'screenshot:sources': () => options.screenCapture.sources(),
    async 'screenshot:capture'({ source }) {
      const captured = await options.screenCapture.capture(source);
      if (!captured.ok) return captured;
      return asResult(new AbortController().signal, () =>
        options.screenshots.save(undefined, captured.value),
      );
    },
    'screenshot:save': ({ of, png }) =>
      asResult(new AbortController().signal, () => options.screenshots.save(of, png)),
    async 'case:plan'(request) {
      // A newer plan makes an older one pointless.
      await engine.cancel('plan');
      return engine.call('plan', { request: planRequest(request, picked) });
    },
    async 'logs:survey'(request) {
      await engine.cancel('survey');
      return engine.call('survey', { request: planRequest(request, picked) });
    },
    async 'logs:trouble'({ request, from, to }) {
      await engine.cancel('trouble-lines');
      const window = { from: Date.parse(from), to: Date.parse(to) };
      return engine.call('trouble-lines', { request: planRequest(request, picked), window });
    },
    async 'case:prepare'({ request, allowIncomplete, gentle, outputFolder: picks }) {
      await engine.cancel('plan', 'survey', 'trouble-lines');
      const outputFolder = await folderOf(picks);
      options.onDraftFolder(outputFolder);
      const prepared = await engine.call('prepare', {
        request: fullRequest(request, picked),
        allowIncomplete,
        gentle,
        outputFolder,
      });
      options.signals.ended('prepare', prepared);
      return prepared;
    },
    async 'case:deliver'({ outputFolder, ...delivery }) {
      const folder = await folderOf(outputFolder);
      const delivered = await engine.call('deliver', { ...delivery, folder });
      options.signals.ended('deliver', delivered);
      if (delivered.ok) {
        lastPacket = delivered.value.packetPath;
        options.packets.add(delivered.value.sha256, lastPacket);
      }
      return delivered;
    },
    async 'case:cancel'() {
      await engine.cancel('plan', 'prepare', 'deliver', 'keywords', 'release', 'email');
      return success(null);
    },
    async 'window:minimize'() {
      options.minimize();
      return success(null);
    },
    'draft:view': (page) => engine.call('view', page),
    'draft:keywords': (change) => engine.call('keywords', change),
    'draft:release': (change) => engine.call('release', change),
    'draft:discard': (draftId) => engine.call('discard', { draftId }),
    ...options.about,
    async 'packet:show'() {
      if (lastPacket !== undefined) options.showInFolder(lastPacket);
      return success(null);
    },
  };
}
