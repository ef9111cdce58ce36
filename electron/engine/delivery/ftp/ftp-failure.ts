// What an FTP server's refusals mean. Runs in the engine's process.
import { FTPError } from 'basic-ftp';
import type { DeliveryFailure } from '#shared/schema/delivery.ts';
import { SendFailure } from '../send-failure.ts';

const REASON_OF_REPLY: Readonly<Record<number, DeliveryFailure>> = {
  421: 'busy',
  425: 'connection-lost',
  426: 'connection-lost',
  430: 'login-refused',
  450: 'busy',
  451: 'server-error',
  452: 'no-space',
  530: 'login-refused',
  552: 'no-space',
  553: 'forbidden',
};

/** However it is numbered: vsftpd says of a full disk or quota that it failed to write. */
const NO_SPACE = /space|quota|writing to local file/i;

/** @returns errors of the system and of ours as they are. */
export function ftpFailure(error: unknown): unknown {
  if (error instanceof FTPError) {
    const { code, message } = error;
    if (code >= 400 && NO_SPACE.test(message)) return new SendFailure('no-space', message);
    // 550 is all that servers say of files: missing or forbidden.
    const reason = code === 550 ? reasonOf550(message) : REASON_OF_REPLY[code];
    return new SendFailure(reason ?? (code >= 500 ? 'rejected' : 'server-error'), message);
  }
  if (error instanceof SendFailure || !(error instanceof Error) || 'code' in error) return error;
  if (/timeout/i.test(error.message)) return new SendFailure('stalled', error.message);
  return new SendFailure('connection-lost', error.message);
}

function reasonOf550(message: string): DeliveryFailure {
  return /no such|not found|not exist|create/i.test(message) ? 'not-found' : 'forbidden';
}
