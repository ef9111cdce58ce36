import { describe, expect, it } from 'vitest';
import { problemSentence } from '#renderer/format/problem-sentence.ts';
import { texts } from '#shared/i18n/texts.ts';

describe('problemSentence', () => {
  it('says the same in both languages, with its facts', () => {
    const problem = { code: 'cannot-read', path: '/x/截图.png', reason: 'EACCES' } as const;
    expect(problemSentence(texts('zh'), problem)).toBe('无法读取 /x/截图.png：没有权限');
    expect(problemSentence(texts('en'), problem)).toBe('cannot read /x/截图.png: permission denied');
  });
});
