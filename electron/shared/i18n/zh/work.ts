// 采集与保存过程：各采集器的进度、后台运行与系统通知。
export const work = {
  collectors: '各项进度',
  state: { waiting: '等待', working: '进行中', done: '完成' },
  ofTotal: (done: string, total: string) => `${done} / ${total}`,
  background: '最小化，在后台继续',
  backgroundHint: '完成后会发出系统通知。',
  notice: {
    collected: '采集完成',
    collectedText: '请回到 Casepack 检查文件清单，然后保存案例包。',
    saved: '案例包已保存',
    savedText: '已写入并通过回读校验。',
    sent: '案例包已送达',
    sentText: '回执已保存，可在 Casepack 中查看。',
    asks: '发送前请确认',
    asksText: '首次连接这台服务器，请回到 Casepack 核实其指纹。',
    notSent: '案例包未送达',
    notSentText: '案例包完好无损。请回到 Casepack 查看原因，重试或换一种方式。',
    failed: '未能完成',
    failedText: '请回到 Casepack 查看原因和处理办法。',
  },
};
