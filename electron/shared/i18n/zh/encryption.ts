// 加密相关文字：选项、输入问题、校验结果、完成提示。

const input = {
  'needs-password': () => '需要密码：请用 --password-file 指定密码文件，或设置环境变量 CASEPACK_PASSWORD',
  'not-one-line': (given: string) => `${given} 应只有一行密码`,
  'not-a-recipient': (given: string) =>
    `“${given}”不是 age 公钥，应以 age1 开头，共 62 个字符，请核对是否复制完整`,
  'needs-recipient': () => '需要收件方公钥：请用 --recipient age1… 给出，可重复',
  'not-an-identity': (given: string) => `${given} 不是 age 私钥文件，应含有以 AGE-SECRET-KEY-1 开头的一行`,
  'only-with': (_given: string, hint: string) => `只能与 ${hint} 一起使用，否则案例包不会加密`,
};

const warning = {
  'short-password': (_given: string, hint: string) =>
    `密码少于 ${hint} 个字符，拿到文件的人容易试出；建议使用更长的密码`,
  'odd-password': () => '密码含有英文字母、数字和常用符号以外的字符，部分解压程序可能打不开；建议更换',
};

export const encryption = {
  input,
  warning,
  badRecipient: (recipient: string) => `“${recipient}”不是有效的 age 公钥，请核对是否复制完整`,
  packetProblem: {
    encrypted: (detail: string) => `由其他程序加密：${detail}；请先解压，再校验其中的案例包`,
    'needs-password': () => '已用密码加密：请用 --password-file 或环境变量 CASEPACK_PASSWORD 提供密码',
    'wrong-password': () => '密码不正确',
    'needs-identity': () => '已用 age 加密：请用 --identity-file 提供私钥文件',
    'wrong-identity': () => '私钥文件与这个案例包的收件方不符',
    damaged: () => '加密后的内容已损坏或被改动',
  },
  /** 生成之后说明如何打开。 */
  done: {
    password: '已加密：密码（AES-256）。对方可用 7-Zip、WinZip、Bandizip 打开；Windows 资源管理器不能打开',
    age: '已加密：age，只有所给公钥的持有者能打开（age -d -i 私钥文件）',
  },
  options: {
    encrypt: '加密方式：none（默认）、password（AES-256 压缩包）或 age（公钥）',
    passwordFile: '存放密码的文件，只有一行；也可以用环境变量 CASEPACK_PASSWORD',
    recipient: '收件方的 age 公钥（age1…），可重复',
    identityFile: '存放 age 私钥的文件，用于校验以 age 加密的案例包',
  },
};
