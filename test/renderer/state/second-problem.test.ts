// Tests of renderer/state/second-problem.ts: what begins a second problem, and what only looks so. Runs in vitest.
import { describe, expect, it } from 'vitest';
import { secondProblem } from '#renderer/state/second-problem.ts';

describe('secondProblem', () => {
  it.each([
    ['昨晚 Oracle 备份失败。另外，磁带库驱动器 2 也报错。', '另外，磁带库驱动器 2 也报错。'],
    ['1. Oracle 备份失败\n2. 控制台无法登录', '2. 控制台无法登录'],
    ['问题一：备份失败。\n问题二：辅助拷贝卡住。', '问题二：辅助拷贝卡住。'],
    [
      'Backup of ORCL fails. Also, the tape library cannot be inventoried.',
      'Also, the tape library cannot be inventoried.',
    ],
    ['Restore is stuck at 5 %.\nAnother issue: index fails.', 'Another issue: index fails.'],
  ])('sees one in %j', (description, sentence) => {
    const found = secondProblem(description);
    expect(found?.sentence).toBe(sentence);
    expect(description.slice(found?.at)).toMatch(new RegExp(`^${sentence.slice(0, 2)}`));
  });

  it.each([
    [''],
    ['备份失败。另外，昨天升级到了 11.26.35。'],
    ['另外一台服务器备份失败。'],
    ['1. 打开控制台\n2. 点击“运行”后报错'],
    ['Version 11.26.35. Error 2.1 at step 2. Backup fails.'],
    ['Backup fails. We also rebooted the server.'],
    ['备份失败，错误代码 [19:1131]。\n请尽快处理。'],
  ])('sees none in %j', (description) => {
    expect(secondProblem(description)).toBeUndefined();
  });
});
