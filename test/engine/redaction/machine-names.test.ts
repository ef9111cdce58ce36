// Tests of electron/engine/redaction/machine-names.ts: what recorded machines tell of themselves. Runs in vitest.
import { expect, it } from 'vitest';
import { learnMachineNames, type NameKind } from '#engine/redaction/machine-names.ts';
import type { Facts } from '#shared/schema/facts.ts';
import type { Planted } from '#test/fixtures/plant-files.ts';
import { recordedMachine } from '#test/fixtures/recorded-machine.ts';

async function learned(
  machine: string,
  files: Readonly<Record<string, Planted>> = {},
  facts: Facts = {},
): Promise<string[]> {
  const names = new Set<string>();
  const host = await recordedMachine(machine, files);
  const learn = (kind: NameKind, name: string) => names.add(`${kind} ${name}`);
  await learnMachineNames(host, facts, new AbortController().signal, learn);
  return [...names];
}

it('takes hosts and their domains from /etc/hosts and resolv.conf, and nobody’s names from neither', async () => {
  const names = await learned('linux-commserve', {
    'etc/hosts':
      '127.0.0.1 localhost localhost.localdomain\n::1 ip6-localhost ip6-loopback\n# 10.0.0.9 commented.corp\n' +
      '10.1.1.5\tmedia7.corp.local  media7 # old\n0.0.0.0 ads.tracker.example\n',
    'etc/resolv.conf': 'nameserver 10.1.1.1\nsearch corp.local lab.corp.local\ndomain .\n',
    'home/wei.zhang/.profile': '',
    'home/lost+found/x': '',
    'home/.hidden/x': '',
  });
  expect(names).toEqual(
    expect.arrayContaining([
      ...['host media7.corp.local', 'host media7', 'domain corp.local', 'domain lab.corp.local'],
      'user wei.zhang',
    ]),
  );
  expect(names.join('\n')).not.toMatch(
    /localhost|commented|tracker|ip6-|lost\+found|hidden|domain \.$|10\.1/m,
  );
});

it('reads no more than the first 5,000 names of a hosts file', async () => {
  const lines = Array.from({ length: 6000 }, (_, at) => `10.0.0.1 box${at}.corp.local\n`).join('');
  const names = await learned('linux-commserve', { 'etc/hosts': lines });
  expect(names).toContain('host box4999.corp.local');
  expect(names).not.toContain('host box5000.corp.local');
});

it('takes the machine’s own name and what CommVault calls it', async () => {
  const facts: Facts = {
    commvault: {
      instances: [
        { instance: 'Instance001', clientName: 'client-seven', commServe: 'cs9.bank.cn', source: 'x' },
      ],
    } as unknown as NonNullable<Facts['commvault']>,
  };
  const names = await learned('windows-commserve', {}, facts);
  expect(names).toEqual(
    expect.arrayContaining(['host client-seven', 'host cs9.bank.cn', 'host cs9', 'domain bank.cn']),
  );
  const host = await recordedMachine('windows-commserve');
  expect(names).toContain(`host ${host.hostName}`);
});
