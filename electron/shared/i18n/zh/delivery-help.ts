// 命令行帮助文字：deliver 与 history。
export const deliveryHelp = {
  deliverFile: '要发送的案例包',
  deliverOptions: {
    to: '发送目标：地址、文件夹，或已保存目标的名称',
    passwordFile: '从文件读取密码（或私钥口令）；也可用环境变量 CASEPACK_DELIVERY_PASSWORD',
    identityFile: 'SFTP：用这个私钥登录',
    knownHosts: 'SFTP：OpenSSH 格式的主机密钥文件，默认用本程序自己的文件',
    caFile: '另外信任这个文件中的 CA 证书（PEM）',
    formField: '用 POST 表单上传，案例包放在这个字段中',
    s3Parts: '按文件中的预签名地址分段上传到 S3 兼容存储，不需要 --to',
    mailTo: 'SMTP：收件人，默认为策略中的收件人',
    proxy: '代理：auto（按环境变量，默认）、none（不用）或代理地址；密码用环境变量 CASEPACK_PROXY_PASSWORD',
    retries: '暂时性故障的重试次数，默认 5',
    resume: '继续这个案例包未完成的发送，此时可以不写 --to',
    again: '即使已经送达过也再发一次',
    verify: '重新计算本机案例包的校验值，与发送时比较',
  },
};
