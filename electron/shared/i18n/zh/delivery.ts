// 发送案例包的文字。
import type { DeliveryFailure, HistoryEntry, Verification } from '../../schema/delivery.ts';

/** 发生了什么，该怎么办。 */
const failure: Record<DeliveryFailure, { readonly what: string; readonly advice: string }> = {
  'unknown-host': { what: '找不到这台服务器', advice: '请检查地址中的主机名，或检查 DNS 设置' },
  'name-lookup-failed': { what: '暂时无法解析主机名', advice: '请检查网络连接和 DNS 设置' },
  refused: { what: '服务器拒绝连接', advice: '请检查地址和端口，确认服务已启动' },
  unreachable: { what: '无法连接到服务器', advice: '请检查网络、防火墙，或用 --proxy 指定代理' },
  'connection-lost': { what: '连接中断', advice: '再次运行同一命令即可继续' },
  stalled: { what: '长时间没有数据传输', advice: '请检查网络；再次运行同一命令即可继续' },
  'certificate-untrusted': { what: '服务器证书不受信任', advice: '如使用内部 CA，请用 --ca-file 给出其证书' },
  'certificate-name': {
    what: '服务器证书与主机名不符',
    advice: '请检查地址；若地址无误，请不要发送并联系对方',
  },
  'certificate-expired': { what: '服务器证书已过期或尚未生效', advice: '请检查本机时间，或联系对方' },
  'tls-failed': {
    what: '无法建立加密连接',
    advice: '请检查端口是否正确，以及服务器是否支持 TLS 1.2 以上版本',
  },
  'proxy-unreachable': { what: '无法连接到代理', advice: '请检查代理地址，或用 --proxy none 不经代理发送' },
  'proxy-login': {
    what: '代理要求登录',
    advice: '请在代理地址中写用户名，并用环境变量 CASEPACK_PROXY_PASSWORD 给出密码',
  },
  'proxy-failed': { what: '代理无法连接到服务器', advice: '请稍后再试，或更换代理' },
  'proxy-refused': { what: '代理不允许连接这台服务器或这个端口', advice: '请联系网络管理员' },
  'protocol-error': { what: '服务器的答复不符合协议', advice: '请检查端口是否正确，或联系对方' },
  'identity-unusable': { what: '无法使用私钥', advice: '请检查私钥文件和口令（--password-file）' },
  'host-key-changed': {
    what: '服务器的主机密钥与已记录的不一致，可能有人冒充这台服务器，未发送任何内容',
    advice: '请向对方核实指纹后再更新主机密钥文件',
  },
  'login-refused': { what: '登录失败', advice: '请检查用户名和密码（或私钥）' },
  forbidden: {
    what: '服务器不允许写入这个位置',
    advice: '请检查权限；如为预签名地址，请向对方索取新的',
  },
  'link-expired': {
    what: '上传地址已过期',
    advice: '请向对方索取新的地址（分段上传须为同一次上传），再次发送即可；已上传的分段不必重传',
  },
  'not-found': { what: '服务器上没有这个位置', advice: '请检查地址中的路径' },
  'name-taken': { what: '目标位置已有同名但内容不同的文件，未覆盖', advice: '如要覆盖，请加 --again' },
  'too-large': { what: '文件超过服务器允许的大小', advice: '可改用邮件分卷，或缩小采集范围' },
  'no-space': { what: '服务器空间或配额不足', advice: '请联系对方，或换一种方式发送' },
  busy: { what: '服务器忙', advice: '请稍后再试' },
  'server-error': { what: '服务器内部错误', advice: '请稍后再试，或联系对方' },
  rejected: { what: '服务器不接受这个文件', advice: '请按服务器的答复处理，或联系对方' },
  'packet-changed': { what: '案例包与其校验文件（.sha256）不一致，未发送', advice: '请重新生成案例包' },
  'arrived-different': { what: '送达的内容与案例包不一致', advice: '请再次发送' },
  'outcome-unknown': {
    what: '数据已全部发出，但没有收到服务器的答复，对方可能已经收到',
    advice: '请先向对方确认；如需再发一次，请加 --again',
  },
  'already-running': { what: '另一个进程正在向同一目标发送这个案例包', advice: '请等待其结束' },
  'folder-missing': {
    what: '没有这个文件夹',
    advice: '请检查路径，并确认 U 盘已插好、共享已连接；本程序不会新建文件夹',
  },
  'folder-forbidden': { what: '没有这个文件夹的写入权限', advice: '请换一个文件夹，或联系管理员' },
  'folder-read-only': {
    what: '目标是只读的',
    advice: '请检查 U 盘的写保护开关或挂载方式，或换一个文件夹',
  },
  'folder-full': { what: '目标磁盘空间不足', advice: '请清理空间，或换一个磁盘' },
  'folder-file-limit': {
    what: '案例包超过目标文件系统的单文件上限（FAT32 为 4 GiB）',
    advice: '请改用 exFAT 或 NTFS 格式的磁盘，或用邮件分卷',
  },
  'folder-lost': {
    what: '复制中途目标消失，U 盘可能已拔出，或共享已断开',
    advice: '请重新连接后再次运行同一命令，会从中断处继续',
  },
  'folder-stalled': {
    what: '目标磁盘或共享长时间没有响应',
    advice: '请检查连接后再次运行同一命令，会从中断处继续',
  },
};

const verification: Record<Verification, string> = {
  hash: '已核对送达文件的内容，与案例包一致',
  size: '已核对对方文件的大小，与案例包一致',
  answer: '服务器已确认收到',
};

const outcome: Record<HistoryEntry['outcome'], string> = {
  delivered: '已送达',
  failed: '失败',
  cancelled: '已取消',
};

export const delivery = {
  failure,
  verification,
  outcome,
  failed: (target: string, reason: DeliveryFailure, detail: string) => {
    const { what, advice } = failure[reason];
    const words = detail === '' ? what : `${what}（${detail}）`;
    return `${target === '' ? '未送达' : `未送达 ${target}`}：${words}。${advice}`;
  },
  unknownHostKey: (host: string, keyType: string, fingerprint: string) =>
    `首次连接 ${host}，未发送任何内容。主机密钥（${keyType}）的指纹：${fingerprint}。请先向对方核实指纹`,
  trustLine: (file: string, line: string) => `核实无误后，请将下面一行加入 ${file}：\n${line}`,
  /** 回答 y、yes 或“是”都算同意。 */
  trustQuestion: '指纹已核实无误，信任这台服务器？[y/N] ',
  badTargetsFile: (path: string, detail: string) => `目标文件 ${path} 的内容有误：${detail}。请更正后重试`,
  delivered: (target: string) => `已送达：${target}`,
  deliveredBefore: (target: string, at: string) =>
    `这个案例包已于 ${at} 送达 ${target}，没有再次发送；如需再发一次，请加 --again`,
  receipt: (path: string) => `回执：${path}`,
  notRecorded: '案例包已送达，但本机磁盘无法写入，回执或发送记录不完整；请勿再次发送',
  packetKept: '案例包仍在原处。也可改用邮件：',
  pause: (reason: DeliveryFailure, seconds: number, retry: number, retries: number) =>
    `${failure[reason].what}，${seconds} 秒后重试（第 ${retry} 次，共 ${retries} 次）`,
  perSecond: (size: string) => `${size}/s`,
  historyEmpty: '还没有发送记录',
  packetState: {
    unchanged: '与发送时一致',
    changed: '已改动',
    gone: '已不在原处',
    'not-sent': '-',
  },
  unfinished: (path: string, target: string) =>
    `未完成：${path} → ${target}\n  继续：casepack deliver "${path}" --resume`,
  column: {
    time: '时间',
    outcome: '结果',
    packet: '案例包',
    size: '大小',
    target: '目标',
    state: '案例包现状',
  },
};

/** 输入问题：给出的值，以及需要时的补充。 */
export const deliveryInput = {
  'not-a-target-url': (given: string) =>
    `“${given}”不是有效地址（如 https://host/folder/）或文件夹（如 ./out），也不是已保存目标的名称`,
  'share-not-mounted': (given: string) =>
    `本系统不能直接使用网络共享“${given}”，请先挂载，再给出挂载后的文件夹，如 /mnt/share/`,
  'unknown-target-scheme': (given: string, hint: string) =>
    `不能发送到“${given}”，地址应以下列之一开头：${hint}`,
  'password-in-url': () => '地址中不要写密码，请用 --password-file 或环境变量 CASEPACK_DELIVERY_PASSWORD',
  'needs-target': () => '请给出发送目标，如 --to https://host/folder/ 或 --to /media/usb/',
  'not-a-proxy': (given: string) => `“${given}”不是代理地址，应为 auto、none 或如 http://proxy:3128`,
  'password-in-proxy': () => '代理地址中不要写密码，请用环境变量 CASEPACK_PROXY_PASSWORD',
  'bad-parts-file': (given: string, hint: string) =>
    `文件“${given}”不是分段上传的地址列表（出错处：${hint}），请向对方索取新的文件`,
  'parts-have-target': () => '--s3-parts 的文件已包含目标，请去掉 --to',
  'not-a-count': (given: string) => `“${given}”不是次数，应为 0 到 100 的整数`,
};
