// Tests of electron/engine/collectors/commvault/instance-status.ts. Runs in vitest.
import { describe, expect, it } from 'vitest';
import type { InstanceRegistry } from '#engine/collectors/commvault/instance-registry.ts';
import { instanceStatus, parseStatus } from '#engine/collectors/commvault/instance-status.ts';
import type { Command, CommandAnswer, Host } from '#engine/host/host.ts';
import { recordedMachine } from '#test/fixtures/recorded-machine.ts';

const never = new AbortController().signal;
const registry: InstanceRegistry = {
  instance: 'Instance002',
  source: '/etc/CommVaultRegistry/Galaxy/Instance002',
  sections: new Map([['base', new Map([['dhome', '/opt/commvault2/Base']])]]),
  text: '',
};

type Answers = Record<string, Partial<CommandAnswer>>;

/** Answers by program; all other programs are not there. */
async function answering(answers: Answers, elevated = true): Promise<{ host: Host; ran: Command[] }> {
  const ran: Command[] = [];
  const nothing = { exitCode: null, stdout: Buffer.alloc(0), stderr: '', truncated: false };
  const run = async (command: Command): Promise<CommandAnswer> => {
    ran.push(command);
    const answer = answers[command.program];
    return answer === undefined
      ? { status: 'not-found', ...nothing }
      : { status: 'ok', ...nothing, ...answer };
  };
  return { host: { ...(await recordedMachine('oem-linux')), elevated, run }, ran };
}

const printed = (home: string) => ({
  stdout: Buffer.from(`[ General ]\n Version = 11.26.35\n Home Directory = ${home}\n`),
});

describe('what the command prints', () => {
  it('is read by name; packages are told by their numbers', () => {
    const text =
      ' Version = 11.26.35\n CommServe Client Name = cs01\n Empty =\n[ Package ]\n 1101/CVGxIDA = File System\n';
    expect(parseStatus(text, 'commvault status')).toEqual({
      version: '11.26.35',
      source: 'commvault status',
      commServe: 'cs01',
      packages: ['1101'],
      text,
    });
  });

  it('is no answer without a version', () => {
    expect(parseStatus('usage: commvault [start|stop]\n', 's')).toBeUndefined();
    expect(parseStatus(' Version =\n', 's')).toBeUndefined();
  });
});

describe('the command', () => {
  it('is looked for under the brand of the installation first, then under all known names', async () => {
    const { host, ran } = await answering({});
    expect(await instanceStatus(host, registry, false, never)).toEqual({});
    expect(ran.map(({ program }) => program)).toEqual([
      ...['commvault2', 'commvault', 'simpana', 'galaxy', 'Galaxy'],
      ...['Calypso', 'HitachiHDS', 'StorageServices', 'StorageProtection', 'snapprotect'],
    ]);
    expect(ran[0]).toMatchObject({ args: ['status'], timeoutMs: 10_000 });
  });

  it('is told the instance where there are several, and believed only on this one', async () => {
    const own = await answering({ simpana: printed('/opt/commvault2/Base') });
    const { status } = await instanceStatus(own.host, registry, true, never);
    expect(status).toMatchObject({ version: '11.26.35', source: 'simpana -instance Instance002 status' });
    const other = await answering({ simpana: printed('/opt/commvault/Base') });
    expect(await instanceStatus(other.host, registry, true, never)).toEqual({});
  });

  it('lies in the installation of an OEM edition', async () => {
    const host = await recordedMachine('oem-linux');
    const oem = { ...registry, sections: new Map([['base', new Map([['dhome', '/opt/snapprotect/Base']])]]) };
    const { status } = await instanceStatus(host, oem, false, never);
    expect(status).toMatchObject({
      version: '11.25.41',
      source: '/opt/snapprotect/Base/snapprotect status',
      packages: ['1002', '1301', '1101'],
    });
    expect(status?.text).toContain('Auth Code = ***');
  });

  it('that refuses an ordinary user is a matter of rights; root is told what it said', async () => {
    const refused = { status: 'failed' as const, exitCode: 1, stderr: 'You must be root\n' };
    const user = await answering({ commvault: refused }, false);
    expect(await instanceStatus(user.host, registry, false, never)).toEqual({
      note: { reason: 'permission-denied', about: 'commvault status', detail: 'You must be root' },
    });
    const root = await answering({ commvault: refused }, true);
    expect((await instanceStatus(root.host, registry, false, never)).note?.reason).toBe('command-failed');
  });

  it('that hangs is told', async () => {
    const { host } = await answering({ commvault: { status: 'timed-out' } }, false);
    expect((await instanceStatus(host, registry, false, never)).note?.reason).toBe('time-limit');
  });
});
