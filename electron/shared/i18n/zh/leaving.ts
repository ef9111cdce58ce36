// 发送途中关闭窗口或退出程序时的询问。
export const leaving = {
  question: '案例包还没有发送完',
  detail:
    '现在退出会停止发送。案例包完好无损，下次打开 Casepack 时可以继续；服务器支持断点续传的，从中断处继续。',
  minimize: '最小化，在后台继续',
  stop: '停止发送并退出',
  stay: '取消',
};
