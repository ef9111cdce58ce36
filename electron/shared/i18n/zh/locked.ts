// 窗口中由管理员策略决定的内容。
export const locked = {
  field: '由管理员的策略文件设定，不能更改。',
  level: '低于管理员规定的最低级别',
  keywords: (words: readonly string[]) => `管理员规定同样替换：${words.join('、')}`,
  collector: '已由管理员停用',
  encryption: '不符合管理员的加密要求',
  encryptFirst: '管理员要求加密，请先选择加密方式',
  maxSize: (size: string) => `${size}（管理员规定的上限）`,
  recipients: '由管理员指定，不能更改。',
  target: (name: string) => `${name}（管理员提供）`,
  targetFixed: '此目标由管理员的策略文件提供，不能更改或删除。',
  places: (places: readonly string[]) =>
    places.length === 0
      ? '管理员只允许发送到上述目标。'
      : `管理员只允许发送到其提供的目标，以及：${places.join('、')}`,
  folders: (places: readonly string[]) =>
    places.length === 0
      ? '管理员只允许发送到其提供的目标，不能复制到其他位置。'
      : `管理员只允许复制到：${places.join('、')}`,
};
