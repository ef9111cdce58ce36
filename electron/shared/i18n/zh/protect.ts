// 保护案例包：不加密、密码、age 公钥；谁能打开。

export const protect = {
  open: '更改加密方式…',
  now: {
    none: '不加密',
    password: '用密码加密（AES-256）',
    age: (count: number) => `用 age 加密，${count} 个收件方`,
  },
  title: '保护案例包',
  intro: '加密后，案例包在传送途中被他人拿到也无法打开。请先与技术支持约定对方能打开的方式。',
  way: '加密方式',
  ways: {
    none: { title: '不加密', text: '拿到案例包的人都能打开。' },
    password: {
      title: '密码',
      text: '知道密码的人能打开，需要 7-Zip、WinZip、Bandizip 等软件；Windows 资源管理器打不开。',
    },
    age: {
      title: '收件方公钥（age）',
      text: '只有持有对应私钥的人能打开，不需要传递密码。您自己也打不开，除非把自己的公钥一并加入。',
    },
  },
  password: '密码',
  passwordHint: '至少 12 个字符；用几个不相关的词最好记。',
  repeated: '再次输入密码',
  show: '显示密码',
  strength: {
    short: (length: number) => `${length} 个字符：偏短，拿到文件的人可能试出`,
    plain: '长度足够，但只有一种字符，建议再长一些或混用字母、数字和符号',
    good: '长度和组合都足够',
  },
  odd: '密码含有英文字母、数字和常用符号以外的字符，部分解压软件可能打不开。',
  tellSeparately: '请通过电话等其他途径告知密码，不要与案例包一起发送。密码不会保存，忘记后无法找回。',
  recipients: '收件方公钥',
  recipientsHint: '以 age1 开头，每行一个，由收件方提供。',
  trouble: {
    'password-missing': '请输入密码',
    'password-differs': '两次输入的密码不一致',
    'recipients-missing': '请填写至少一个公钥',
    'too-many-recipients': '最多 20 个公钥',
  },
  recipientShape: (line: number) => `第 ${line} 行不是 age 公钥：应以 age1 开头，共 62 个字符`,
  done: '确定',
  cancel: '取消',
};
