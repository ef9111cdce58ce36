// The desktop application behind its window: wires the parts together, ends cleanly. Runs in Electron's main process.
import { dirname, join } from 'node:path';
import {
  app,
  type BrowserWindow,
  desktopCapturer,
  dialog,
  Notification,
  net,
  type OpenDialogOptions,
  powerMonitor,
  powerSaveBlocker,
  type Size,
  safeStorage,
  screen,
  session,
  shell,
  systemPreferences,
  utilityProcess,
} from 'electron';
import { defaultDataFolder } from '#engine/data-folder.ts';
import { createOwnLog } from '#engine/log/own-log.ts';
import { defaultTemporaryFolder } from '#engine/packet/private-folder.ts';
import { texts } from '#shared/i18n/texts.ts';
import { PROGRESS_CHANNEL } from '#shared/ipc/channels.ts';
import type { Language } from '#shared/schema/settings.ts';
import { removeAbandonedDrafts } from './abandoned-drafts.ts';
import { aboutCalls } from './about-calls.ts';
import { type AnswerCall, answerCalls } from './answer-calls.ts';
import { setApplicationMenu } from './application-menu.ts';
import { askedAhead } from './asked-ahead.ts';
import { openCaseDrafts, picturesFolder } from './case-drafts.ts';
import { watchContextMenu } from './context-menu.ts';
import { createEngineClient } from './engine-client.ts';
import { createKnownPackets } from './known-packets.ts';
import { createLeaving } from './leave-question.ts';
import { chooseOutputFolder } from './output-folder.ts';
import { createPickedFiles } from './picked-files.ts';
import { recordBug } from './record-bug.ts';
import { createScreenCapture } from './screen-capture.ts';
import { createScreenshots } from './screenshots.ts';
import { createSecretStore } from './secret-store.ts';
import { sendingCalls } from './sending-calls.ts';
import { createSendingTargets } from './sending-targets.ts';
import { openSettingsStore } from './settings-store.ts';
import { rememberSize } from './window.ts';
import { windowCalls } from './window-calls.ts';
import { type PageAnswer, WINDOW_ORIGIN } from './window-protocol.ts';
import { createWorkSignals } from './work-signals.ts';

const SHUT_DOWN_TIMEOUT_MS = 8_000;
/** What the entry needs of the rest. */
export interface Desktop {
  /** Answers a call of the page. */
  readonly answer: AnswerCall;
  /** Answers for a picture that the user picked. */
  readonly showScreenshot: (id: string) => Promise<PageAnswer>;
}

/** Beside the installed program; on macOS in Contents, whose MacOS folder holds the program. */
function licencesFile(): string {
  const folder = dirname(process.execPath);
  return join(process.platform === 'darwin' ? dirname(folder) : folder, 'THIRD-PARTY.txt');
}

/**
 * @param window the one window, as soon as it is open and as long as it is
 * @param built the path of a built file, from its path in out/
 * @param systemLanguage where the user chose none
 * @returns when the calls of the page can be answered
 */
export async function startDesktop(
  window: () => BrowserWindow | undefined,
  built: (path: string) => string,
  systemLanguage: Language,
): Promise<Desktop> {
  const version = app.getVersion();
  const showOpenDialog = (options: OpenDialogOptions) => {
    const open = window();
    return open ? dialog.showOpenDialog(open, options) : dialog.showOpenDialog(options);
  };
  const picked = createPickedFiles(showOpenDialog);
  const dataFolder = defaultDataFolder(process.env);
  const draftsFolder = join(dataFolder, 'drafts');
  const screenshots = createScreenshots(picked, picturesFolder(draftsFolder));
  const settings = await openSettingsStore(app.getPath('userData'));
  const drafts = openCaseDrafts(draftsFolder);
  // Left by a run that was killed, such as a picture before its boxes were burnt in.
  void drafts.tidy();
  const currentTexts = () => texts(settings.current().language ?? systemLanguage);
  const setMenu = () =>
    setApplicationMenu({
      texts: currentTexts(),
      window,
      onZoom: (zoomFactor) => void settings.change({ zoomFactor }),
    });
  setMenu();
  const signals = createWorkSignals({
    window,
    texts: currentTexts,
    notify: (title, body) => {
      if (Notification.isSupported()) new Notification({ title, body }).show();
    },
  });
  const secrets = createSecretStore(join(dataFolder, 'secrets.json'), safeStorage);
  const packets = createKnownPackets(dataFolder);
  const draftFolders = new Set([defaultTemporaryFolder()]);
  const engine = createEngineClient({
    start: () => utilityProcess.fork(built('main/engine-process.js'), [], { serviceName: 'engine' }),
    version,
    onProgress: (progress, work) => {
      // E-mail drafts are written in moments, in sight.
      if (work !== 'email') signals.progress(progress);
      window()?.webContents.send(PROGRESS_CHANNEL, progress, work);
    },
    onExit: (processId) => removeAbandonedDrafts(processId, draftFolders),
    shutDownTimeoutMs: SHUT_DOWN_TIMEOUT_MS,
  });

  // Loaded when it is asked for: it knows all collectors, which the window's start need not wait for.
  const policy = async () => (await import('#engine/policy/effective-policy.ts')).machinePolicy(process.env);
  const about = aboutCalls({
    version,
    parts: process.versions as NodeJS.ProcessVersions & Record<'electron' | 'chrome', string>,
    policy,
    language: () => settings.current().language ?? systemLanguage,
    log: createOwnLog(defaultDataFolder(process.env), version),
    picked,
    licencesFile: licencesFile(),
    pickFolder: async () => {
      const answer = await showOpenDialog({ properties: ['openDirectory', 'createDirectory'] });
      return answer.filePaths[0];
    },
    openFile: (path) => shell.openPath(path),
    get: (input, init) => net.fetch(input instanceof URL ? input.href : input, init),
  });
  const sending = sendingCalls({
    dataFolder,
    engine,
    packets,
    picked,
    secrets,
    signals,
    targets: createSendingTargets(dataFolder, picked, secrets, async () => (await policy()).sending.targets),
    resolveProxy: (url) => session.defaultSession.resolveProxy(url),
    stayAwake: () => {
      const id = powerSaveBlocker.start('prevent-app-suspension');
      return () => powerSaveBlocker.stop(id);
    },
  });
  const handlers = windowCalls({
    about,
    packets,
    sending,
    version,
    engine,
    picked,
    screenshots,
    screenCapture: createScreenCapture({
      getSources: (options) => desktopCapturer.getSources(options),
      largestScreen,
      refusal: captureRefusal,
      hideWindow: () => window()?.hide(),
      showWindow: () => window()?.show(),
    }),
    settings,
    drafts,
    dataFolder,
    signals,
    minimize: () => window()?.minimize(),
    onLanguage: setMenu,
    systemLanguage,
    defaultOutputFolder: () => {
      const last = settings.current().outputFolder;
      const usual = (['documents', 'desktop', 'home'] as const).map((name) => app.getPath(name));
      return chooseOutputFolder(last === undefined ? usual : [last, ...usual]);
    },
    onDraftFolder: (folder) => draftFolders.add(folder),
    showInFolder: (path) => shell.showItemInFolder(path),
    openFile: async (path) => (await shell.openPath(path)) === '',
  });
  const answer = answerCalls({
    // Its answer is ready when the page asks for it.
    handlers: { ...handlers, 'app:start': askedAhead(handlers['app:start']) },
    mainFrame: () => window()?.webContents.mainFrame,
    pageOrigin: WINDOW_ORIGIN,
    recordBug: (bug) => recordBug(bug, join(app.getPath('userData'), 'errors'), version),
  });

  const leaving = createLeaving({
    isSending: () => engine.isRunning('send'),
    texts: currentTexts,
    ask: async (question) => {
      const open = window();
      const answer = open ? dialog.showMessageBox(open, question) : dialog.showMessageBox(question);
      return (await answer).response;
    },
    minimize: () => window()?.minimize(),
    quit: () => app.quit(),
  });
  // Nobody is there to answer when the system ends the program.
  powerMonitor.on('shutdown', leaving.quitUnasked);
  process.on('SIGTERM', leaving.quitUnasked);
  const opened = window();
  opened?.on('close', leaving.hold);
  opened?.on('close', () => void rememberSize(opened, settings));
  if (opened) watchContextMenu(opened, currentTexts);

  let cleanedUp = false;
  app.on('before-quit', (event) => {
    if (cleanedUp || leaving.hold(event)) return;
    // Whatever runs is cancelled, drafts are discarded, and only then the program ends.
    event.preventDefault();
    cleanedUp = true;
    const open = window();
    const remembered = open ? rememberSize(open, settings) : settings.change({});
    void Promise.all([engine.shutDown(), remembered, drafts.tidy()]).finally(() => app.quit());
  });
  return { answer, showScreenshot: screenshots.show };
}

/** Pixels of the largest screen, on each axis. */
function largestScreen(): Size {
  const pixels = screen
    .getAllDisplays()
    .map(({ size, scaleFactor }) => [size.width * scaleFactor, size.height * scaleFactor] as const);
  return {
    width: Math.round(Math.max(...pixels.map(([width]) => width))),
    height: Math.round(Math.max(...pixels.map(([, height]) => height))),
  };
}

/** Why this system gives no pictures of the screen, as far as it says so. */
function captureRefusal(): 'wayland' | 'permission' | undefined {
  if (process.platform === 'linux' && process.env.XDG_SESSION_TYPE === 'wayland') return 'wayland';
  if (process.platform !== 'darwin') return undefined;
  const access = systemPreferences.getMediaAccessStatus('screen');
  // Not asked yet: asking for the sources makes the system ask the user.
  return access === 'denied' || access === 'restricted' ? 'permission' : undefined;
}
