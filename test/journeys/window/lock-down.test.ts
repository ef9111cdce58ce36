// What the page must not be able to do, tried from inside the real page.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CaseWindow, openCaseWindow } from './case-window.ts';

let window: CaseWindow;
beforeAll(async () => {
  window = await openCaseWindow({ locale: 'en_US' });
});
afterAll(() => window.close());

describe('the page', () => {
  it('has the bridge and nothing of Node or Electron', async () => {
    const found = await window.page.evaluate(() => ({
      bridge: Object.keys((globalThis as unknown as { casepack: object }).casepack).sort(),
      strangers: ['require', 'process', 'module', 'Buffer', 'ipcRenderer', 'electron'].filter(
        (name) => name in globalThis,
      ),
    }));
    expect(found).toEqual({ bridge: ['invoke', 'onCommand', 'onProgress'], strangers: [] });
  });

  it('cannot call what the contract does not know', async () => {
    const call = (...args: unknown[]) =>
      window.page.evaluate(
        (given) =>
          (globalThis as unknown as { casepack: { invoke(...all: unknown[]): Promise<unknown> } }).casepack
            .invoke(...given)
            .then(String, String),
        args,
      );
    await expect(call('fs:read', '/etc/passwd')).resolves.toContain('no channel');
    await expect(call('draft:discard', '../..')).resolves.toContain('refused: bad arguments');
    const unpicked = {
      draftId: '5b0f8a52-5f0e-4f0e-8d8f-111111111111',
      withhold: [],
      outputFolder: '5b0f8a52-5f0e-4f0e-8d8f-222222222222',
    };
    await expect(
      window.page.evaluate(
        (request) =>
          (
            globalThis as unknown as { casepack: { invoke(...all: unknown[]): Promise<unknown> } }
          ).casepack.invoke('case:deliver', request),
        unpicked,
      ),
    ).resolves.toMatchObject({ ok: false, problems: [{ code: 'unexpected-error' }] });
  });

  it('can neither run scripts of others nor reach the network', async () => {
    const breaches = await window.page.evaluate(async () => {
      const seen: string[] = [];
      document.addEventListener('securitypolicyviolation', (event) => seen.push(event.effectiveDirective));
      const script = document.createElement('script');
      script.textContent = 'globalThis.injected = true';
      document.body.append(script);
      const style = document.createElement('style');
      style.textContent = 'body { display: none }';
      document.body.append(style);
      // Not eval: the debugger that runs this is allowed to. A timer's text is the page's own.
      setTimeout('globalThis.injected = true', 0);
      await fetch('https://example.com/').catch(() => seen.push('fetch failed'));
      await new Promise((resolve) => setTimeout(resolve, 100));
      return { seen, injected: 'injected' in globalThis, display: getComputedStyle(document.body).display };
    });
    expect(breaches.injected).toBe(false);
    expect(breaches.display).not.toBe('none');
    expect(breaches.seen).toEqual(
      expect.arrayContaining([
        'script-src-elem',
        'style-src-elem',
        'script-src',
        'fetch failed',
        'connect-src',
      ]),
    );
  });

  it('can neither open windows, nor leave, nor get permissions', async () => {
    const { page, app } = window;
    const tried = await page.evaluate(async () => ({
      opened: globalThis.open('https://example.com/') !== null,
      notifications: await Notification.requestPermission(),
    }));
    expect(tried).toEqual({ opened: false, notifications: 'denied' });
    const ours = page.url();
    expect(ours).toMatch(/^casepack:\/\/window\/[a-z-]+\.html$/);
    await page.evaluate(() => {
      location.href = 'https://example.com/';
    });
    await page.waitForTimeout(300);
    expect(page.url()).toBe(ours);
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  });

  it('runs sandboxed, isolated and without Node', async () => {
    const preferences = await window.app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
        getLastWebPreferences(): Record<string, unknown>;
      };
      return contents.getLastWebPreferences();
    });
    expect(preferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
    });
  });

  it('keeps every protection on that Electron has', async () => {
    const preferences = await window.app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
        getLastWebPreferences(): Record<string, unknown>;
      };
      return contents.getLastWebPreferences();
    });
    expect(preferences).toMatchObject({
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
    });
    // These two are absent where they are off.
    expect(preferences.nodeIntegrationInWorker ?? false).toBe(false);
    expect(preferences.enableBlinkFeatures ?? '').toBe('');
  });

  it('can neither embed other pages nor read files of the machine', async () => {
    const tried = await window.page.evaluate(async () => {
      const blocked: string[] = [];
      document.addEventListener('securitypolicyviolation', (event) => blocked.push(event.effectiveDirective));
      const frame = document.createElement('iframe');
      frame.src = 'https://example.com/';
      document.body.append(frame);
      const object = document.createElement('object');
      object.data = 'file:///etc/passwd';
      document.body.append(object);
      const webview = document.createElement('webview');
      webview.setAttribute('src', 'https://example.com/');
      document.body.append(webview);
      const read = (url: string) => fetch(url).then(String, () => 'refused');
      const files = [await read('file:///etc/passwd'), await read('casepack://window/../../package.json')];
      await new Promise((resolve) => setTimeout(resolve, 200));
      const embeds = 'getWebContentsId' in webview;
      for (const element of [frame, object, webview]) element.remove();
      return { blocked, files, embeds };
    });
    expect(tried.blocked).toEqual(expect.arrayContaining(['frame-src', 'object-src']));
    expect(tried.files).toEqual(['refused', 'refused']);
    expect(tried.embeds).toBe(false);
  });
});
