// Adds pictures that come without a file dialog: pasted or dropped. They are drawn anew as PNG, so that nothing but
// their pixels is kept. Runs in the window.
import { useEffect, useRef, useState } from 'react';
import { MAX_PICTURE_BYTES } from '#shared/ipc/screenshot-transfer.ts';
import { call } from '../../../client.ts';
import { useCase } from '../../../state/case-context.ts';
import { burnIn } from './burn-in.ts';
import { noEdits } from './picture-edits.ts';

export interface AddedPictures {
  add(files: readonly File[]): void;
  readonly adding: boolean;
  /** Files that were not added, each with why; until the next attempt. */
  readonly refused: readonly string[];
}

/** Also listens for Ctrl+V anywhere on the page, except where text is pasted. */
export function useAddedPictures(): AddedPictures {
  const { dispatch, texts } = useCase();
  const words = texts.screenshots;
  const [adding, setAdding] = useState(false);
  const [refused, setRefused] = useState<readonly string[]>([]);
  const pastedCount = useRef(0);

  async function addOne(file: File): Promise<string | undefined> {
    const bitmap = await createImageBitmap(file).catch(() => undefined);
    const png = bitmap && (await burnIn(bitmap, noEdits));
    bitmap?.close();
    if (png === undefined) return words.notAPicture(file.name);
    if (png.byteLength > MAX_PICTURE_BYTES) return words.tooLarge(file.name);
    const saved = await call('screenshot:save', { png });
    if (saved.ok) {
      const picture = { ...saved.value, label: file.name };
      dispatch({ type: 'files-picked', list: 'screenshots', files: [picture] });
    } else dispatch({ type: 'call-failed', problems: saved.problems });
    return undefined;
  }

  async function addAll(files: readonly File[]): Promise<void> {
    setAdding(true);
    setRefused([]);
    for (const file of files) {
      const refusal = await addOne(file);
      if (refusal !== undefined) setRefused((others) => [...others, refusal]);
    }
    setAdding(false);
  }
  const add = (files: readonly File[]) => void addAll(files);

  const newest = useRef(add);
  newest.current = (files) =>
    add(
      files.map((file) => {
        pastedCount.current += 1;
        return new File([file], words.pasted(pastedCount.current), { type: file.type });
      }),
    );
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])].filter(({ type }) => type.startsWith('image/'));
      if (files.length === 0) return;
      // Some programs put a picture of the text beside the text: then a text field takes the text.
      const intoText = event.target instanceof Element && event.target.matches('input, textarea');
      if (intoText && event.clipboardData?.types.includes('text/plain')) return;
      event.preventDefault();
      newest.current(files);
    };
    document.addEventListener('paste', onPaste);
    return () => document.removeEventListener('paste', onPaste);
  }, []);

  return { add, adding, refused };
}
