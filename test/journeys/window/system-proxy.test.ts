// The system's proxy script (PAC) as the window follows it: one host through squid, another one straight. The script comes
// from a server, as the system's setting names it. Names of hosts are of this journey only: the program runs in a mount
// namespace with a hosts file of its own. Needs root. Runs in vitest.
import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { texts } from '#shared/i18n/texts.ts';
import { canMount } from '#test/fixtures/small-volume.ts';
import { type Nginx, startNginx } from '#test/journeys/delivery/nginx.ts';
import { createAuthority, type PrivateAuthority } from '#test/journeys/delivery/private-authority.ts';
import { type Squid, startSquid } from '#test/journeys/delivery/proxies.ts';
import { sha256Of } from '#test/journeys/delivery/sending.ts';
import { electronPath } from '#test/journeys/electron-path.ts';
import { openCaseWindow } from './case-window.ts';
import { button, PATIENT } from './fill-case.ts';
import { saveCase } from './save-case.ts';
import { addTarget, chooseWay } from './sending-steps.ts';

/** Only the proxy knows the first name, only the program the second one. */
const PROXIED = 'proxied.vendor.example';
const DIRECT = 'direct.vendor.example';

describe.runIf(canMount())('with a proxy script', () => {
  let folder: string;
  let authority: PrivateAuthority;
  let nginx: Nginx;
  let squid: Squid;
  let scripts: Server;
  let scriptUrl: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'casepack-pac-'));
    authority = createAuthority(folder, `DNS:${PROXIED},DNS:${DIRECT}`);
    nginx = await startNginx(folder, authority);
    const hostsFile = join(folder, 'proxy-hosts');
    writeFileSync(hostsFile, `127.0.0.1 ${PROXIED}\n`);
    squid = await startSquid(folder, [nginx.port], { open: true, hostsFile });
    const script = `function FindProxyForURL(url, host) {
      return host === '${PROXIED}' ? 'PROXY 127.0.0.1:${squid.port}; DIRECT' : 'DIRECT';
    }`;
    scripts = createServer((_request, response) =>
      response.setHeader('Content-Type', 'application/x-ns-proxy-autoconfig').end(script),
    );
    await new Promise<void>((resolve) => scripts.listen(0, '127.0.0.1', resolve));
    const address = scripts.address();
    scriptUrl = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/proxy.pac`;
  });
  afterAll(async () => {
    await Promise.all([nginx.stop(), squid.stop()]);
    await new Promise((resolve) => scripts.close(resolve));
    rmSync(folder, { recursive: true, force: true });
  });

  /** @returns a program that becomes Electron where the second name is known. */
  function electronWithHosts(): string {
    const hosts = join(folder, 'hosts');
    writeFileSync(hosts, `127.0.0.1 localhost\n127.0.0.1 ${DIRECT}\n`);
    const program = join(folder, 'electron');
    const script = `mount --bind ${hosts} /etc/hosts && exec ${electronPath()} "$@"`;
    writeFileSync(program, `#!/bin/sh\nexec unshare -m sh -c '${script}' electron "$@"\n`);
    chmodSync(program, 0o755);
    return program;
  }

  it('the upload goes through the proxy that the script names, and straight where it says so', async () => {
    const env = { auto_proxy: scriptUrl };
    const window = await openCaseWindow({ locale: 'zh_CN', height: 1000, env, program: electronWithHosts() });
    onTestFinished(window.close);
    const { page } = window;
    const packet = await saveCase(window, 'zh');
    const { upload: words } = texts('zh');
    await chooseWay(page, words.ways.server);
    for (const host of [DIRECT, PROXIED]) {
      const address = `https://${host}:${nginx.port}/dav/`;
      await addTarget(window, 'zh', { name: host, address, file: authority.caFile });
      await button(page, words.server.send).click();
      await page.getByText(words.done.title, { exact: true }).waitFor(PATIENT);
      const [name = '', ...others] = readdirSync(join(nginx.root, 'dav'));
      expect(others).toEqual([]);
      expect(sha256Of(join(nginx.root, 'dav', name))).toBe(sha256Of(packet));
      rmSync(join(nginx.root, 'dav', name));
      const asked = squid.asked().filter((line) => line.includes(' CONNECT '));
      if (host === DIRECT) expect(asked).toEqual([]);
      else expect(asked.join('\n')).toContain(`TCP_TUNNEL/200`);
      for (const line of asked) expect(line).toContain(`CONNECT ${PROXIED}:${nginx.port}`);
      await button(page, words.done.other).click();
    }
    expect(window.complaints).toEqual([]);
  });
});
