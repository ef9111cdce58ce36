// The folder that a packet is to be copied to: which one, and whether it has room. Runs in the window.
import { useState } from 'react';
import { call } from '../../../client.ts';
import { useCase } from '../../../state/case-context.ts';
import type { SentPacket } from '../../../state/sending.ts';

export interface ChosenFolder {
  readonly id: string;
  readonly path: string;
  /** Null where the system does not say. */
  readonly freeBytes: number | null;
  readonly fits: boolean;
}

export interface FolderHandle {
  readonly chosen: ChosenFolder | undefined;
  /** Asks the user; undefined when the dialog was closed, or the folder cannot be looked at. */
  choose(): Promise<ChosenFolder | undefined>;
  copy(folder: ChosenFolder): void;
}

export function useFolder(packet: SentPacket): FolderHandle {
  const { actions, dispatch } = useCase();
  const [chosen, setChosen] = useState<ChosenFolder>();
  return {
    chosen,
    async choose() {
      const picked = await call('files:pick', 'delivery-folder');
      const [folder] = picked.ok ? picked.value : [];
      if (folder === undefined) return undefined;
      const space = await call('sending:space', folder.id);
      if (!space.ok) {
        dispatch({ type: 'call-failed', problems: space.problems });
        return undefined;
      }
      const freeBytes = space.value;
      const found = {
        id: folder.id,
        path: folder.label,
        freeBytes,
        fits: freeBytes === null || freeBytes >= packet.bytes,
      };
      setChosen(found);
      return found;
    },
    copy: ({ id, path }) => actions.send({ packet, to: { folder: id }, place: path }),
  };
}
