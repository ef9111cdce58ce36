import { describe, expect, it } from 'vitest';
import { problemSentence } from '#renderer/format/problem-sentence.ts';
import { texts } from '#shared/i18n/texts.ts';

describe('problemSentence', () => {
  it('says the same in both languages, with its facts', () => {
    const problem = { code: 'cannot-read', path: '/x/截图.png', reason: 'EACCES' } as const;
    expect(problemSentence(texts('zh'), problem)).toBe('无法读取 /x/截图.png：没有权限');
    expect(problemSentence(texts('en'), problem)).toBe('Cannot read /x/截图.png: permission denied');
  });

  it('leaves a path at the beginning as it is', () => {
    const problem = { code: 'not-text', path: 'collected/os/a.bin' } as const;
    expect(problemSentence(texts('en'), problem)).toBe('collected/os/a.bin is not text and cannot be shown');
  });
});
