// What the policy lets go: recipients, sizes, encryption, redaction; and where it is enforced.
import { existsSync } from 'node:fs';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { saveForEmail } from '#engine/email/save-for-email.ts';
import { machinePolicy } from '#engine/policy/effective-policy.ts';
import { requiredEncryption } from '#engine/policy/sending-policy.ts';
import { builtInPolicy } from '#shared/policy/built-in-policy.ts';
import type { SendingRules } from '#shared/schema/policy-sending.ts';
import type { Problem } from '#shared/schema/problem.ts';
import { packetWithLogs } from '#test/fixtures/packet-with-logs.ts';
import { temporaryFolder } from '#test/fixtures/temporary-folder.ts';
import { createSender, delivered, problemOf } from '#test/journeys/delivery/sending.ts';

const KEY = 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p';

const under = (sending: Partial<SendingRules>) => ({
  ...builtInPolicy,
  sending: { ...builtInPolicy.sending, ...sending },
});

/** The problem of a call that must throw. */
function refusal(call: () => unknown): Problem {
  try {
    call();
  } catch (error) {
    return (error as { problems: Problem[] }).problems[0] as Problem;
  }
  throw new Error('was allowed');
}

describe('a broken file', () => {
  it('of what restricts sending: nothing is sent, and the strictest holds', async () => {
    const file = join(await temporaryFolder(), 'policy.json');
    await writeFile(
      file,
      '{"formatVersion":1,"delivery":{"allowed":["https://ok/","no place"]},"limits":{"maxMessageMB":0}}',
    );
    const rules = await machinePolicy({ CASEPACK_POLICY: file });
    expect(rules.troubles).toMatchObject([
      { line: 1, column: 57, setting: 'delivery.allowed[1]', code: 'bad-value' },
      { setting: 'limits.maxMessageMB', code: 'bad-value' },
    ]);
    expect(rules.sending).toMatchObject({ mayDeliver: false });
    const sender = await createSender(1024);
    const target = await temporaryFolder();
    expect(problemOf(await sender.send(target, { context: { rules } }))).toEqual({
      code: 'policy-broken',
      file,
    });
    expect(await readdir(target)).toEqual([]);
  });
  it('of encryption or recipients: encrypted, and to nobody', async () => {
    const file = join(await temporaryFolder(), 'policy.json');
    await writeFile(
      file,
      '{"formatVersion":1,"encryption":{"required":"yes"},"recipients":{"mailTo":["li"]}}',
    );
    const { sending } = await machinePolicy({ CASEPACK_POLICY: file });
    expect(sending).toMatchObject({ encryptionRequired: 'any', recipientsLocked: true, mailTo: [] });
  });
});

describe('deliveries', () => {
  it('go to allowed places and to the policy’s own targets only', async () => {
    const [own, allowed, other] = [await temporaryFolder(), await temporaryFolder(), await temporaryFolder()];
    const rules = under({ targets: [{ name: '中转站', url: own }], allowed: [allowed] });
    const sender = await createSender(1024);
    delivered(await sender.send(own, { context: { rules } }));
    delivered(await sender.send(allowed, { context: { rules } }));
    expect(problemOf(await sender.send(other, { context: { rules } }))).toEqual({
      code: 'policy-forbids',
      by: 'target',
      given: `${other}/`,
      allowed: `中转站, ${allowed}`,
    });
    expect(await readdir(other)).toEqual([]);
  });
  it('by mail reach locked recipients only', async () => {
    const rules = under({ recipientsLocked: true, mailTo: ['support@vendor.example'] });
    const sender = await createSender(1024);
    const access = { mailTo: 'li@elsewhere.example' };
    expect(problemOf(await sender.send('smtp://host.invalid', { access, context: { rules } }))).toMatchObject(
      { by: 'recipient', given: 'li@elsewhere.example', allowed: 'support@vendor.example' },
    );
  });
  it('refuse packets that are not encrypted, or redacted too little', async () => {
    const sender = await createSender(1024);
    const target = await temporaryFolder();
    const plain = await sender.send(target, { context: { rules: under({ encryptionRequired: 'any' }) } });
    expect(problemOf(plain)).toMatchObject({ code: 'policy-forbids', by: 'encryption' });
    const { packet } = await packetWithLogs({ 'cvd.log': 100 });
    const rules = { ...builtInPolicy, redactionMinimum: 'strict' as const };
    const weak = await sender.send(target, { packetPath: packet, context: { rules } });
    expect(problemOf(weak)).toMatchObject({ by: 'redaction', allowed: 'strict' });
    expect(await readdir(target)).toEqual([]);
  });
});

describe('e-mail drafts', () => {
  it('keep to recipients and sizes', async () => {
    const { context, packet, mail } = await packetWithLogs({ 'cvd.log': 100 });
    const save = (sending: Partial<SendingRules>) =>
      saveForEmail(
        packet,
        { to: ['li@elsewhere.example'], cc: [], maxMessageBytes: 20e6, folder: mail },
        { ...context, rules: under(sending) },
      );
    expect(await save({ recipientsLocked: true, mailTo: ['a@b.example'] })).toMatchObject({
      problems: [{ code: 'policy-forbids', by: 'recipient' }],
    });
    expect(await save({ maxMessageBytes: 10e6 })).toMatchObject({
      problems: [{ by: 'message-size', given: '20000000', allowed: '10000000' }],
    });
    expect(await save({ encryptionRequired: 'age' })).toMatchObject({ problems: [{ by: 'age-encryption' }] });
    expect(existsSync(mail) && (await readdir(mail))).toEqual([]);
    expect(await save({ recipientsLocked: true, mailTo: ['LI@elsewhere.example'] })).toMatchObject({
      ok: true,
    });
  });
});

describe('encryption', () => {
  const password = { way: 'password' as const, password: 'right horse battery' };
  const other = { way: 'age' as const, recipients: [`${KEY.slice(0, -1)}q`] };
  it('takes the policy’s keys where nothing was chosen, and adds them to others', () => {
    const rules = under({ encryptionRequired: 'any', ageRecipients: [KEY] });
    expect(requiredEncryption(undefined, rules)).toEqual({ way: 'age', recipients: [KEY] });
    expect(requiredEncryption(password, rules)).toEqual(password);
    expect(requiredEncryption(other, rules)).toEqual({ way: 'age', recipients: [...other.recipients, KEY] });
  });
  it('is not asked for unless the policy does', () => {
    expect(requiredEncryption(undefined, under({ ageRecipients: [KEY] }))).toBeUndefined();
    expect(requiredEncryption(undefined, undefined)).toBeUndefined();
  });
  it('is refused where it is too little', () => {
    expect(refusal(() => requiredEncryption(undefined, under({ encryptionRequired: 'any' })))).toMatchObject({
      by: 'encryption',
    });
    const ageOnly = under({ encryptionRequired: 'age', ageRecipients: [KEY] });
    expect(refusal(() => requiredEncryption(password, ageOnly))).toMatchObject({ by: 'age-encryption' });
  });
});
