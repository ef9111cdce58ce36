// Writing e-mail drafts of a saved packet: what was asked, how far it is, what came of it. Runs in the window.
import { useEffect, useState } from 'react';
import type { MailDrafts } from '#shared/ipc/contract.ts';
import type { Problem } from '#shared/schema/problem.ts';
import { call, onProgress } from '../../client.ts';

export type EmailWork =
  | { readonly at: 'asking'; readonly problems: readonly Problem[] }
  | { readonly at: 'writing'; readonly percent: number }
  | { readonly at: 'written'; readonly mail: MailDrafts };

export interface EmailDraftsHandle {
  readonly work: EmailWork;
  save(to: readonly string[], maxMessageBytes: number): Promise<void>;
  cancel(): void;
  /** Back to the question. */
  again(): void;
}

/** @param sha256 what the packet is known by */
export function useEmailDrafts(sha256: string): EmailDraftsHandle {
  const [work, setWork] = useState<EmailWork>({ at: 'asking', problems: [] });
  useEffect(
    () =>
      onProgress(({ doneBytes, totalBytes }, of) => {
        if (of !== 'email') return;
        const percent = totalBytes === 0 ? 0 : Math.min(100, (100 * doneBytes) / totalBytes);
        setWork((before) => (before.at === 'writing' ? { at: 'writing', percent } : before));
      }),
    [],
  );
  return {
    work,
    async save(to, maxMessageBytes) {
      setWork({ at: 'writing', percent: 0 });
      const saved = await call('email:save', { sha256, to: [...to], maxMessageBytes });
      setWork(saved.ok ? { at: 'written', mail: saved.value } : { at: 'asking', problems: saved.problems });
    },
    cancel: () => void call('case:cancel'),
    again: () => setWork({ at: 'asking', problems: [] }),
  };
}
