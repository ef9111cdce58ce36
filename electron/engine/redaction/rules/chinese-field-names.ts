// Names of fields in Chinese, as Chinese Windows and localized logs have them, in UTF-8 and in the Chinese code page. Pure. Runs in
// the engine's process.
import { encodedForms } from '../encoding/legacy-bytes.ts';
import { Sense } from '../scan/sense.ts';
import { markStart, STARTS } from '../scan/starts.ts';

const FIELDS: readonly (readonly [names: string, sense: Sense])[] = [
  ['密码 口令 密钥口令 验证码', Sense.password],
  ['令牌 密钥', Sense.token],
  ['授权码 许可证密钥 注册码 激活码', Sense.licence],
  [
    '用户名称 用户名 用户 账户名称 帐户名称 账户名 帐户名 登录名称 登录用户 登录帐户 账号 帐号 账户 帐户 登录名 所有者 拥有者 操作员 操作人 执行人 审批人 申请人 管理员 提交者 提交人 负责人 创建者',
    Sense.user,
  ],
  [
    '主机名称 主机名 主机 工作站名称 工作站名 工作站 客户端名称 客户端名 服务器名称 服务器名 计算机名称 客户端 客户机 服务器 计算机名 计算机 节点 机器名 介质代理 代理 备份服务器 域控制器 备份机 虚拟机 物理机 宿主机 终端 设备名称 设备名 系统名称',
    Sense.host,
  ],
  ['账户域 帐户域 域名 域', Sense.domain],
];

export interface ChineseField {
  readonly bytes: Buffer;
  readonly sense: Sense;
}

const NONE: readonly ChineseField[] = [];
/** By their first two bytes. */
const byStart = new Map<number, ChineseField[]>();
/** 1 for the first three bytes of a name, five bits of each; for the hot loop, which asks no rule where none begins. */
export const CHINESE_STARTS = new Uint8Array(STARTS);

for (const [names, sense] of FIELDS) {
  for (const bytes of names.split(' ').flatMap(encodedForms)) {
    const start = bytes.readUInt16BE(0);
    byStart.set(start, [...(byStart.get(start) ?? []), { bytes, sense }]);
    markStart(CHINESE_STARTS, bytes);
  }
}

/** @returns the fields whose names begin with these two bytes. */
export function chineseFieldsAt(first: number, second: number): readonly ChineseField[] {
  return byStart.get((first << 8) | second) ?? NONE;
}
