// ftps://: upload under a temporary name, resumed, checked, renamed. Runs in the engine's process.
import { remotePath } from '../remote-path.ts';
import type { Target } from '../target.ts';
import { uploadAside } from '../upload-aside.ts';

export const ftpsTarget: Target = {
  schemes: ['ftps'],
  repeatable: () => true,
  async send(attempt) {
    const path = remotePath(attempt.url, attempt.packet.name);
    // Loaded when it is used: the window's start need not wait for the client.
    const [{ connectFtp }, { ftpFiles }] = await Promise.all([
      import('./ftp-connection.ts'),
      import('./ftp-files.ts'),
    ]);
    const connection = await connectFtp(attempt);
    try {
      return await uploadAside(path, ftpFiles(connection), attempt);
    } finally {
      connection.end();
    }
  },
};
