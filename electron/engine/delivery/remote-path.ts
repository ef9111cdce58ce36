// Where a packet goes on a file server: the path of sftp: and ftps: URLs. Runs in the engine's process.
import { SendFailure } from './send-failure.ts';

/**
 * A path that ends with a slash is a folder for the packet's own name, any other is the file's; `/~/` begins at the user's
 * own folder. Line ends could smuggle commands in and are refused.
 */
export function remotePath(url: URL, packetName: string): string {
  const path = decodeURIComponent(url.pathname).replace(/^\/~\//, './') || '/';
  if (/[\r\n\0]/.test(path)) throw new SendFailure('not-found', url.pathname);
  return path.endsWith('/') ? `${path}${packetName}` : path;
}
