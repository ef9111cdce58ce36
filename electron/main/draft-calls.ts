// The window's calls on unfinished cases. Runs in the main process.
import { success } from '#shared/ipc/result.ts';
import type { Handlers } from './answer-calls.ts';
import type { CaseDrafts, StoredDraft } from './case-drafts.ts';
import type { PickedFiles } from './picked-files.ts';

type DraftCalls = Pick<Handlers, 'drafts:keep' | 'drafts:list' | 'drafts:open' | 'drafts:remove'>;

export function draftCalls(drafts: CaseDrafts, picked: PickedFiles): DraftCalls {
  const pictures = async (kept: StoredDraft['files']['screenshots']) => {
    const found = await Promise.all(
      kept.map(async ({ path, name, caption }) => {
        const files = await picked.remember([path], 'screenshots', name);
        return files.map((file) => ({ ...file, caption }));
      }),
    );
    return found.flat();
  };
  return {
    async 'drafts:keep'({ files, ...draft }) {
      await drafts.keep({
        ...draft,
        savedAt: new Date().toISOString(),
        files: {
          screenshots: files.screenshots.map(({ id, caption }) => ({
            path: picked.path(id, 'screenshots'),
            name: picked.label(id, 'screenshots'),
            caption,
          })),
          attachments: files.attachments.map((id) => picked.path(id, 'attachments')),
          logDirs: files.logDirs.map((id) => picked.path(id, 'log-folder')),
        },
      });
      return success(null);
    },
    'drafts:list': async () => success(await drafts.list()),
    async 'drafts:open'(id) {
      const draft = await drafts.open(id);
      if (draft === undefined) return success(null);
      const { step, form, files } = draft;
      return success({
        id,
        step,
        form,
        files: {
          screenshots: await pictures(files.screenshots),
          attachments: await picked.remember(files.attachments, 'attachments'),
          logDirs: await picked.remember(files.logDirs, 'log-folder'),
        },
      });
    },
    async 'drafts:remove'(id) {
      await drafts.remove(id);
      return success(null);
    },
  };
}
