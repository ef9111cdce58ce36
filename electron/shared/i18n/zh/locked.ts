// 窗口中由管理员策略决定的内容。
export const locked = {
  field: '由管理员的策略文件设定，不能更改。',
  level: '低于管理员规定的最低级别',
  keywords: (words: readonly string[]) => `管理员规定同样替换：${words.join('、')}`,
  collector: '已由管理员停用',
};
