// 邮件草稿的文字，客户与支持工程师都会阅读。
export const email = {
  heading: (reference: string) => `CommVault 支持案例 ${reference}`,
  headingSealed: 'CommVault 支持案例（加密案例包）',
  part: (part: number, of: number) => `案例包分 ${of} 封邮件发送，本邮件为第 ${part} 封。`,
  seeFirst: '案例说明和附件清单见第 1 封邮件。',
  sealed: '附件已加密，需解密后才能查看案例内容。密码或密钥不在邮件中，将另行提供。',
  environment: '环境',
  description: '事件描述',
  shortened: '（以上为摘录，全文见附件中的 case.html）',
  missing: '尚缺资料',
  parts: '附件',
  partLine: (number: number, of: number, name: string, size: string) => `${number}/${of}  ${name}  ${size}`,
  useVolumes: [
    '每个附件都是独立的 zip，可单独打开；其中的 case.html 是案例单。',
    '校验：将全部附件保存到同一文件夹，运行 casepack verify <文件夹>。',
  ],
  joinParts: (packet: string) => [
    `将全部附件保存到同一文件夹，按编号合并为 ${packet}。`,
    `7-Zip：打开 ${packet}.001，选择“合并文件”。Windows：copy /b ${packet}.0* ${packet}。Linux、macOS：cat ${packet}.0* > ${packet}。`,
    '校验：运行 casepack verify <文件夹>。',
  ],
  howToJoin: (path: string, pieces: number) =>
    `文件 ${path} 超过一个分卷的容量，分为 ${pieces} 段，依次存放在各分卷中（.part001、.part002……）。解压全部分卷后，按编号首尾相接即得原文件；casepack verify 可校验拼接结果。`,
};
