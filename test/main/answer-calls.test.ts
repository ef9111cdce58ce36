import type { IpcMainInvokeEvent, WebFrameMain } from 'electron';
import { describe, expect, it } from 'vitest';
import { answerCalls, type Handlers } from '#main/answer-calls.ts';
import { CHANNELS, type Channel } from '#shared/ipc/channels.ts';
import { failure, success } from '#shared/ipc/result.ts';

const DRAFT = 'a2a8e0b0-3c7b-4d1e-9a55-0d6a4c8f1c11';
const mainFrame = { url: 'casepack://window/index.html' } as WebFrameMain;

function connect(changes: Partial<Handlers> = {}, bugs: unknown[] = []) {
  const called: unknown[][] = [];
  const unused = async (...args: unknown[]) => {
    called.push(args);
    return success(null);
  };
  const handlers = Object.fromEntries(CHANNELS.map((channel) => [channel, unused])) as unknown as Handlers;
  const answer = answerCalls({
    handlers: { ...handlers, ...changes },
    mainFrame: () => mainFrame,
    pageOrigin: 'casepack://window',
    recordBug: async (bug) => {
      bugs.push(bug);
      return '/profile/errors/error.txt';
    },
  });
  const call = (channel: Channel, args: unknown[], senderFrame: WebFrameMain | null = mainFrame) =>
    answer(channel, { senderFrame } as IpcMainInvokeEvent, args);
  return { call, called };
}

describe('answerCalls', () => {
  it('hands checked arguments to the handler and its answer back', async () => {
    const { call, called } = connect();
    await expect(call('draft:discard', [DRAFT])).resolves.toEqual(success(null));
    expect(called).toEqual([[DRAFT]]);
  });

  it('hands a failure back as it is', async () => {
    const { call } = connect({ 'draft:discard': async () => failure({ code: 'cancelled' }) });
    await expect(call('draft:discard', [DRAFT])).resolves.toEqual(failure({ code: 'cancelled' }));
  });

  it.each([
    ['another frame', { url: 'casepack://window/index.html' } as WebFrameMain],
    ['no frame', null],
  ])('refuses a call from %s', async (_name, frame) => {
    const { call, called } = connect();
    await expect(call('draft:discard', [DRAFT], frame)).rejects.toThrow('unknown sender');
    expect(called).toEqual([]);
  });

  it('refuses a call from the main frame once another page is in it', async () => {
    const strayed = { url: 'https://example.com/casepack://window/' } as WebFrameMain;
    const answer = answerCalls({
      handlers: {} as Handlers,
      mainFrame: () => strayed,
      pageOrigin: 'casepack://window',
      recordBug: async () => '',
    });
    const event = { senderFrame: strayed } as IpcMainInvokeEvent;
    await expect(answer('app:start', event, [])).rejects.toThrow('unknown sender');
  });

  it.each([
    ['draft:discard', ['../../etc/passwd']],
    ['draft:discard', []],
    ['files:pick', ['anything']],
    ['case:deliver', [{ draftId: DRAFT, withhold: [], outputFolder: '/etc' }]],
    ['case:plan', [{ problemArea: 'backup', screenshots: ['/etc/shadow'] }]],
  ] as const)('refuses %s with arguments that break the contract', async (channel, args) => {
    const { call, called } = connect();
    await expect(call(channel, [...args])).rejects.toThrow('bad arguments');
    expect(called).toEqual([]);
  });

  it('turns a bug of a handler into a problem that names the file with its details', async () => {
    const bug = new Error('boom');
    const bugs: unknown[] = [];
    const { call } = connect(
      {
        'draft:discard': async () => {
          throw bug;
        },
      },
      bugs,
    );
    await expect(call('draft:discard', [DRAFT])).resolves.toEqual(
      failure({ code: 'unexpected-error', detailsFile: '/profile/errors/error.txt' }),
    );
    expect(bugs).toEqual([bug]);
  });

  it('treats an answer that breaks the contract as a bug', async () => {
    const { call } = connect({ 'draft:discard': async () => success('surprise' as unknown as null) });
    await expect(call('draft:discard', [DRAFT])).resolves.toMatchObject({
      problems: [{ code: 'unexpected-error' }],
    });
  });
});
