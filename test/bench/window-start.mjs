// How long a program of Electron's takes from its start to what its user sees and can do: started as a user starts it, and
// watched through Chromium's developer tools, so that no test driver's start is in it. Runs in plain Node on Linux.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DevtoolsPipe } from './devtools-pipe.mjs';
import { machineMs, sessionMs } from './processor-time.mjs';

const PATIENCE_MS = 60_000;
const FIELD = '[data-field="title"]';
const root = fileURLToPath(new URL('../..', import.meta.url));
const trivial = fileURLToPath(new URL('trivial-window', import.meta.url));

/**
 * @typedef {object} WindowStart
 * @property {number} paintMs to the first content on the screen
 * @property {number} inputMs to the first key whose letter stands in a field and is painted
 * @property {number} cpuMs processor time of the program with all its processes until then
 * @property {number} othersCpus processors that other programs kept busy meanwhile
 */

/**
 * @typedef {object} WindowProgram
 * @property {string} electron the runtime's path
 * @property {string} app the folder with the application's package.json
 * @property {string} display
 * @property {string} home a folder of this program's own, which is warm once it was used
 */

/**
 * @typedef {object} Round
 * @property {WindowStart} trivial
 * @property {WindowStart} casepack
 */

/**
 * @typedef {object} StartOptions
 * @property {string} electron the runtime's path
 * @property {string} display
 * @property {string} folder an empty one
 * @property {number} rounds
 * @property {number} [most] rounds, where some were disturbed and are left out
 * @property {number} [quiet] processors that others may keep busy in a round that counts
 */

/**
 * Our window and the trivial one in turn, so that what disturbs the machine disturbs both.
 * @param {StartOptions} options
 * @param {(line: string) => void} [say]
 * @returns {Promise<Round[]>} without the first start of each, which makes its profile; the quietest ones
 */
export async function measureWindowStarts(options, say = () => undefined) {
  const { electron, display, folder, rounds, most = rounds, quiet = Number.POSITIVE_INFINITY } = options;
  const start = async (/** @type {'trivial' | 'casepack'} */ name) => {
    const home = join(folder, name);
    mkdirSync(home, { recursive: true });
    const app = name === 'trivial' ? trivial : root;
    const measured = await measureWindowStart({ electron, app, display, home });
    if (name === 'casepack') forgetDraft(home);
    const [paint, input, cpu] = [measured.paintMs, measured.inputMs, measured.cpuMs].map(Math.round);
    const others = measured.othersCpus.toFixed(2);
    say(`${name}: paint ${paint} ms, input ${input} ms, processor ${cpu} ms; others ${others} processors`);
    return measured;
  };
  await start('trivial');
  await start('casepack');
  /** @type {Round[]} */
  const all = [];
  const disturbance = (/** @type {Round} */ round) =>
    Math.max(round.trivial.othersCpus, round.casepack.othersCpus);
  const isQuiet = (/** @type {Round} */ round) => disturbance(round) <= quiet;
  while (all.filter(isQuiet).length < rounds && all.length < most) {
    all.push({ trivial: await start('trivial'), casepack: await start('casepack') });
  }
  return all.sort((one, other) => disturbance(one) - disturbance(other)).slice(0, rounds);
}

/** The letter is a draft by now, or it was not taken; the next start is to begin with an empty form again. @param {string} home */
function forgetDraft(home) {
  const drafts = join(home, 'data/drafts');
  if (!existsSync(drafts) || readdirSync(drafts).length === 0) throw new Error('the letter made no draft');
  rmSync(drafts, { recursive: true });
}

/** Starts a program, types one letter, ends it. @param {WindowProgram} program @returns {Promise<WindowStart>} */
async function measureWindowStart({ electron, app, display, home }) {
  const args = [app, '--no-sandbox', '--disable-gpu', `--user-data-dir=${home}/profile`, '--lang=en_US'];
  const env = {
    ...process.env,
    ...{ DISPLAY: display, HOME: home, CASEPACK_DATA: join(home, 'data') },
    ...{ LANG: 'en_US.UTF-8', LANGUAGE: 'en_US' },
  };
  const before = machineMs();
  const startedAt = performance.timeOrigin + performance.now();
  const child = spawn(electron, [...args, '--remote-debugging-pipe'], {
    env,
    detached: true,
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'exit');
  try {
    const late = new Promise((_resolve, reject) => {
      setTimeout(() => reject(new Error(`${app}: no input taken within a minute`)), PATIENCE_MS).unref();
      void ended.then(() => reject(new Error(`${app} ended before it took an input`)));
    });
    const tools = new DevtoolsPipe(child);
    const { paintAt, inputAt } = await Promise.race([typeInto(tools), late]);
    const cpuMs = sessionMs(child.pid ?? 0);
    const [paintMs, inputMs] = [paintAt - startedAt, inputAt - startedAt];
    const othersCpus = Math.max(0, machineMs() - before - cpuMs) / inputMs;
    // Closed as a user closes it, so that nothing writes into the folder any more.
    void tools.call('Browser.close');
    await Promise.race([ended, late]);
    return { paintMs, inputMs, cpuMs, othersCpus };
  } finally {
    child.kill('SIGKILL');
    await ended;
  }
}

/**
 * @param {DevtoolsPipe} tools
 * @returns {Promise<{ paintAt: number, inputAt: number }>} milliseconds since 1970
 */
async function typeInto(tools) {
  const attached = new Promise((resolve) => tools.on('Target.attachedToTarget', resolve));
  const filter = [{ type: 'page' }];
  const autoAttach = { autoAttach: true, waitForDebuggerOnStart: false, flatten: true, filter };
  await tools.call('Target.setAutoAttach', autoAttach);
  const { sessionId } = await attached;
  const inPage = async (/** @type {string} */ expression) => {
    const options = { expression, awaitPromise: true, returnByValue: true };
    const { result, exceptionDetails } = await tools.call('Runtime.evaluate', options, sessionId);
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  };
  const input = (/** @type {string} */ method, /** @type {object} */ params) =>
    tools.call(`Input.${method}`, params, sessionId);

  // A window behind another, as on a display without a window manager, would take no keys.
  await tools.call('Emulation.setFocusEmulationEnabled', { enabled: true }, sessionId);
  const place = await settled(() => inPage(`(${placeOf})(${JSON.stringify(FIELD)})`));
  const typed = inPage(`(${letterShown})(${JSON.stringify(FIELD)})`);
  for (const type of ['mousePressed', 'mouseReleased']) {
    await input('dispatchMouseEvent', { type, ...place, button: 'left', clickCount: 1 });
  }
  await input('dispatchKeyEvent', { type: 'keyDown', key: 'x', code: 'KeyX', text: 'x' });
  await input('dispatchKeyEvent', { type: 'keyUp', key: 'x', code: 'KeyX' });
  return typed;
}

/** The empty page that every window begins with goes while it is asked. @param {() => Promise<any>} ask */
async function settled(ask) {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (!/context was destroyed|navigated/.test(String(error))) throw error;
    }
  }
}

/** In the page: where a field is, once it can be seen: nobody types into what is not painted. @param {string} selector */
async function placeOf(selector) {
  for (;;) {
    const element = document.querySelector(selector);
    element?.scrollIntoView({ block: 'center' });
    const found = element?.getBoundingClientRect();
    const painted = performance.getEntriesByName('first-contentful-paint').length > 0;
    if (painted && found && found.width > 0)
      return { x: found.x + found.width / 2, y: found.y + found.height / 2 };
    await new Promise((resolve) => setTimeout(resolve, 4));
  }
}

/**
 * In the page: waits until a letter stands in the field. A page that takes no input yet would put back what it holds itself,
 * so the letter counts when it outlived a frame.
 * @param {string} selector
 */
async function letterShown(selector) {
  const now = () => performance.timeOrigin + performance.now();
  const paint = () => performance.getEntriesByName('first-contentful-paint')[0];
  const isTyped = () => {
    const element = document.querySelector(selector);
    return element instanceof HTMLInputElement && element.value === 'x';
  };
  while (paint() === undefined || !isTyped()) {
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  }
  return { paintAt: performance.timeOrigin + (paint()?.startTime ?? 0), inputAt: now() };
}
