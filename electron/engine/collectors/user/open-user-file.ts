// Opens a file that the user named, who may well name a link. Runs in the engine's process.
import { type FileTrouble, type Host, isTrouble, type OpenFile } from '../../host/host.ts';

export async function openUserFile(
  host: Host,
  path: string,
): Promise<{ path: string; file: OpenFile } | FileTrouble> {
  const realPath = await host.realPath(path);
  if (isTrouble(realPath)) return realPath;
  const file = await host.open(realPath);
  return isTrouble(file) ? file : { path: realPath, file };
}
