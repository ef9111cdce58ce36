// 案例列表、草稿与客户档案。
export const cases = {
  /** 窗口顶部按钮。 */
  open: '全部案例',
  title: '案例',
  intro: '填写中的内容会自动保存在本机，关闭窗口或断电后可以继续。',
  newCase: '新建案例',
  drafts: '未完成的案例',
  noDrafts: '没有未完成的案例。',
  untitled: '（未填写标题）',
  savedAt: (time: string) => `保存于 ${time}`,
  resume: '继续填写',
  resumeNamed: (title: string) => `继续填写：${title}`,
  remove: '删除',
  removeNamed: (title: string) => `删除草稿：${title}`,
  removeQuestion: '删除后无法恢复，确定删除吗？',
  removeYes: '确定删除',
  removeNo: '保留',
  list: (parts: readonly string[]) => parts.join(' · '),

  customer: {
    label: '客户',
    hint: '为多个客户服务时，各存一份档案，选择后自动填入下面的信息。',
    none: '未使用档案',
    add: '存为客户档案…',
    rename: '重命名…',
    remove: '删除档案',
    removeQuestion: (name: string) => `删除“${name}”的档案？已填写的内容不受影响。`,
    removeYes: '删除',
    name: '档案名称',
    save: '保存',
    cancel: '取消',
  },
};
