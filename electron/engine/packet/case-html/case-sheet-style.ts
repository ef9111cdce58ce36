// The case sheet's look: one page, light and dark, printable, language chosen without scripts. Runs in the engine's process.
import { Html } from './html.ts';

export const caseSheetStyle = new Html(`
:root { color-scheme: light dark; --line: #d5d9e0; --soft: #5a6372; --accent: #1d5fa8; --bad: #b3261e; --good: #1b6b3a; --card: #ffffff; --page: #f4f6f9; --ink: #1a1f27; }
@media (prefers-color-scheme: dark) { :root { --line: #39414d; --soft: #a6afbd; --accent: #7db4f0; --bad: #ff8a80; --good: #7fd8a0; --card: #1d2229; --page: #14181d; --ink: #e8ebf0; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--ink); font: 15px/1.6 "Segoe UI", "Microsoft YaHei UI", "PingFang SC", "Noto Sans CJK SC", "Noto Sans SC", system-ui, sans-serif; }
main, header { max-width: 1080px; margin: 0 auto; padding: 0 24px; }
header { padding-top: 28px; display: flex; flex-wrap: wrap; gap: 4px 20px; align-items: baseline; justify-content: space-between; }
header p { margin: 0; color: var(--soft); width: 100%; }
h1 { margin: 0; font-size: 26px; line-height: 1.3; overflow-wrap: anywhere; }
h2 { margin: 0 0 12px; font-size: 17px; }
section { background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: 18px 22px; margin: 16px 0; }
dl { display: grid; grid-template-columns: minmax(120px, max-content) 1fr; gap: 6px 20px; margin: 0; }
dt { color: var(--soft); } dd { margin: 0; overflow-wrap: anywhere; }
table { width: 100%; border-collapse: collapse; font-size: 14px; } th { text-align: left; color: var(--soft); font-weight: 600; }
th, td { padding: 6px 10px 6px 0; border-bottom: 1px solid var(--line); vertical-align: top; overflow-wrap: anywhere; }
td.number { white-space: nowrap; font-variant-numeric: tabular-nums; } code { font: 12px/1.5 Consolas, Menlo, "DejaVu Sans Mono", monospace; color: var(--soft); overflow-wrap: anywhere; }
.description { white-space: pre-wrap; overflow-wrap: anywhere; margin: 14px 0 0; padding: 14px 16px; border-left: 3px solid var(--accent); background: color-mix(in srgb, var(--accent) 7%, transparent); }
.level { font-weight: 700; } .level-1, .level-2, .missing, .failed, .timed-out { color: var(--bad); font-weight: 600; } .provided, .ok { color: var(--good); } .soft { color: var(--soft); }
h3 { margin: 18px 0 8px; font-size: 15px; } .incident th { white-space: nowrap; } h3 .soft { font-weight: 400; font-size: 13px; } .incident pre { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; font: 12.5px/1.5 Consolas, Menlo, "DejaVu Sans Mono", monospace; }
.chart { width: 100%; height: auto; } .chart rect { fill: var(--bad); } .chart text { fill: var(--ink); font-size: 13px; } .chart .total { font-weight: 600; } .chart line { stroke: var(--line); } .chart .focus { stroke: var(--accent); stroke-width: 1.5; stroke-dasharray: 4 3; }
summary { cursor: pointer; } footer { color: var(--soft); text-align: center; padding: 8px 0 28px; font-size: 13px; }
.switch { position: absolute; opacity: 0; } .languages { display: flex; gap: 6px; } .languages label { padding: 2px 12px; border: 1px solid var(--line); border-radius: 99px; cursor: pointer; }
#zh:checked ~ * .en, #en:checked ~ * .zh { display: none; }
#zh:checked ~ header label[for=zh], #en:checked ~ header label[for=en] { background: var(--accent); color: var(--card); border-color: var(--accent); }
#zh:focus-visible ~ header label[for=zh], #en:focus-visible ~ header label[for=en] { outline: 2px solid var(--accent); outline-offset: 2px; }
@media (min-width: 800px) { .summary dl { grid-template-columns: max-content 1fr max-content 1fr; } }
@page { size: A4; margin: 9mm; }
@media print { :root { color-scheme: light; --line: #d5d9e0; --soft: #4a5260; --accent: #1d5fa8; --bad: #b3261e; --good: #1b6b3a; --card: #fff; --ink: #000; }
body { background: none; font-size: 10px; line-height: 1.4; } section { border: 0; padding: 3px 0; margin: 2px 0; } h1 { font-size: 15px; } h2 { font-size: 11px; margin: 0 0 3px; break-after: avoid; } h3 { font-size: 9.5px; margin: 4px 0 2px; break-after: avoid; }
.languages, details > :not(summary) { display: none; } main, header { max-width: none; padding: 0; } header { padding: 0; } footer { padding: 2px 0; font-size: 8px; }
dl { grid-template-columns: max-content 1fr max-content 1fr; gap: 1px 10px; } .description { margin: 3px 0; padding: 3px 8px; max-height: 60mm; overflow: hidden; }
table { font-size: 9.5px; } th, td { padding: 1px 6px 1px 0; } tr, .chart { break-inside: avoid; } .chart { max-height: 52mm; } .incident pre, code { font-size: 9px; line-height: 1.3; }
.incident pre { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; } .incident tbody tr:nth-child(n + 9) { display: none; } .pair { display: grid; grid-template-columns: 1fr 1fr; gap: 14px; } }
`);
