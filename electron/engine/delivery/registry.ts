// All targets. One line each; where a packet can go is decided by the scheme of its URL. Runs in the engine's process.
import { folderTarget } from './folder/folder-target.ts';
import { ftpsTarget } from './ftp/ftps-target.ts';
import { httpsTarget } from './http/https-target.ts';
import { s3Target } from './http/s3-target.ts';
import { tusTarget } from './http/tus-target.ts';
import { smtpTarget } from './mail/smtp-target.ts';
import { sftpTarget } from './ssh/sftp-target.ts';
import type { Target } from './target.ts';

export const targets: readonly Target[] = [
  httpsTarget,
  tusTarget,
  s3Target,
  sftpTarget,
  ftpsTarget,
  smtpTarget,
  folderTarget,
];
