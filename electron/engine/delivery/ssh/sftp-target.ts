// sftp://: upload under a temporary name, resumed, checked, renamed. Runs in the engine's process.
import { remotePath } from '../remote-path.ts';
import type { Target } from '../target.ts';
import { uploadAside } from '../upload-aside.ts';
import { sftpFiles } from './sftp-files.ts';
import { connectSsh } from './ssh-connection.ts';

export const sftpTarget: Target = {
  schemes: ['sftp'],
  repeatable: () => true,
  async send(attempt) {
    const path = remotePath(attempt.url, attempt.packet.name);
    const connection = await connectSsh(attempt);
    try {
      return await uploadAside(path, sftpFiles(connection), attempt);
    } finally {
      connection.end();
    }
  },
};
