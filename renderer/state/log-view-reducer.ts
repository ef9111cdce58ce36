// How the answers about trouble in the logs change what is known of it. Pure. Runs in the window.
import type { CaseEvent, LogView } from './case-state.ts';

type LogEvent = Extract<CaseEvent, { type: `survey-${string}` | `trouble-${string}` }>;

export function logViewReducer(view: LogView, event: LogEvent): LogView {
  switch (event.type) {
    case 'survey-started':
      return { ...view, loading: true, failed: false };
    case 'survey-arrived':
      return {
        survey: event.survey,
        loading: false,
        failed: event.survey === undefined,
        opened: undefined,
      };
    case 'trouble-asked':
      return { ...view, opened: { range: event.range, answer: undefined } };
    case 'trouble-arrived':
      // The answer to an older question comes too late.
      if (view.opened?.range !== event.range) return view;
      return { ...view, opened: { range: event.range, answer: event.answer ?? { lines: [], cut: false } } };
    case 'trouble-closed':
      return { ...view, opened: undefined };
  }
}
