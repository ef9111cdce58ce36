// sftp://: upload under a temporary name, resumed, checked, renamed. Runs in the engine's process.
import { remotePath } from '../remote-path.ts';
import type { Target } from '../target.ts';
import { uploadAside } from '../upload-aside.ts';
import { sftpFiles } from './sftp-files.ts';

export const sftpTarget: Target = {
  schemes: ['sftp'],
  repeatable: () => true,
  async send(attempt) {
    const path = remotePath(attempt.url, attempt.packet.name);
    // Loaded when it is used: the window's start need not wait for the client.
    const { connectSsh } = await import('./ssh-connection.ts');
    const connection = await connectSsh(attempt);
    try {
      return await uploadAside(path, sftpFiles(connection), attempt);
    } finally {
      connection.end();
    }
  },
};
