// smtps:// and smtp://: one message with the packet attached, handed to a submission server under TLS. Runs in the
// engine's process.
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { bareHost } from '../open-connection.ts';
import { packetBytes } from '../packet-bytes.ts';
import { SendFailure } from '../send-failure.ts';
import { StallWatch } from '../stall-watch.ts';
import type { Attempt, Target } from '../target.ts';
import { trustedCertificates } from '../trusted-certificates.ts';
import { smtpFailure } from './smtp-failure.ts';

export const smtpTarget: Target = {
  schemes: ['smtps', 'smtp'],
  repeatable: () => false,
  async send(attempt) {
    const { url, packet, access, patience, signal } = attempt;
    const { mailTo } = access;
    if (mailTo === undefined) throw new SendFailure('rejected', '--mail-to');
    // Loaded when it is used: the window's start need not wait for the client.
    const { createTransport } = await import('nodemailer');
    const user = decodeURIComponent(url.username);
    const secure = url.protocol === 'smtps:';
    const host = bareHost(decodeURIComponent(url.hostname));
    const socket = await attempt.connect(host, Number(url.port) || (secure ? 465 : 587));
    let stalled: unknown;
    const give = (failure: unknown) => {
      stalled = failure;
      socket.destroy();
    };
    const watch = new StallWatch(patience.stallMs, give);
    const cancel = () => give(signal.reason);
    signal.addEventListener('abort', cancel, { once: true });
    const transport = createTransport({
      host,
      secure,
      // Without TLS nothing is sent, whatever the server offers.
      requireTLS: true,
      connection: socket,
      ...(access.password === undefined ? {} : { auth: { user, pass: access.password } }),
      tls: { host, servername: host, ca: trustedCertificates(access.ca) },
      greetingTimeout: patience.stallMs,
      socketTimeout: patience.answerMs,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    const content = Readable.from(contentOf(attempt, watch), { objectMode: false });
    try {
      const { response, rejectedErrors = [] } = await transport.sendMail({
        from: user.includes('@') ? user : `${user || 'casepack'}@${host}`,
        to: mailTo,
        // The same for the same packet and recipient: a second copy would show as one.
        messageId: `<${createHash('sha256').update(`${packet.sha256} ${mailTo}`).digest('hex').slice(0, 32)}@casepack>`,
        subject: packet.name.replace(/\.(zip|zip\.age|age)$/, ''),
        text: `${packet.name}\nSHA-256: ${packet.sha256}\n`,
        attachments: [{ filename: packet.name, content, contentType: 'application/octet-stream' }],
      });
      // Of several recipients the server may have taken only some.
      const refused = rejectedErrors.map(({ message }) => message);
      return { verified: 'answer', answer: [response, ...refused].join('; ') };
    } catch (error) {
      signal.throwIfAborted();
      throw stalled ?? smtpFailure(error);
    } finally {
      watch.stop();
      signal.removeEventListener('abort', cancel);
      content.destroy();
      transport.close();
      socket.destroy();
    }
  },
};

async function* contentOf(attempt: Attempt, watch: StallWatch): AsyncGenerator<Buffer> {
  const { packet, progress, patience } = attempt;
  for await (const chunk of packetBytes(packet, 0, progress)) {
    yield chunk;
    watch.moved();
  }
  // What follows is the end of the message: from then on the server may have it.
  await attempt.handedOver();
  watch.moved(patience.answerMs);
}
