// What the system's errors mean on the way into a folder: a disk, a USB medium or a network share. Runs in the engine's
// process.
import type { DeliveryFailure } from '#shared/schema/delivery.ts';
import { SendFailure } from '../send-failure.ts';

const REASON_OF_CODE: Readonly<Record<string, DeliveryFailure>> = {
  ENOSPC: 'folder-full',
  EDQUOT: 'folder-full',
  EROFS: 'folder-read-only',
  EACCES: 'folder-forbidden',
  EPERM: 'folder-forbidden',
  EBUSY: 'folder-forbidden',
  ELOOP: 'folder-forbidden',
  ENXIO: 'folder-forbidden',
  EFBIG: 'folder-file-limit',
  ENOTDIR: 'folder-missing',
  ENAMETOOLONG: 'folder-missing',
};

/** Whatever else happens to a folder that was there: the medium was pulled out, or the network went. */
const LOST: DeliveryFailure = 'folder-lost';

/** @param missing what it means that something is not there */
export function folderFailure(error: unknown, path: string, missing: DeliveryFailure = LOST): unknown {
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (error instanceof SendFailure || code === undefined || syscall === undefined) return error;
  const reason = code === 'ENOENT' ? missing : (REASON_OF_CODE[code] ?? LOST);
  return new SendFailure(reason, `${code} ${path}`);
}
