// Looks for trouble in the logs when the contents step is entered and when other log folders are chosen. Runs in the window.
import { type Dispatch, useEffect } from 'react';
import { call } from '../client.ts';
import type { CaseEvent, CaseState } from '../state/case-state.ts';
import { toPlanRequest } from '../state/to-request.ts';

export function useLogSurvey({ screen, form, planView }: CaseState, dispatch: Dispatch<CaseEvent>): void {
  const wanted = screen.at === 'contents' && planView.plan !== undefined;
  const { problemArea, logDirs } = toPlanRequest(form);
  const question = JSON.stringify({ problemArea, logDirs });
  useEffect(() => {
    if (!wanted) return;
    let outdated = false;
    const ask = async () => {
      dispatch({ type: 'survey-started' });
      const answer = await call('logs:survey', { ...emptyRequest, ...JSON.parse(question) });
      if (!outdated) dispatch({ type: 'survey-arrived', survey: answer.ok ? answer.value : undefined });
    };
    void ask();
    return () => {
      outdated = true;
    };
  }, [wanted, question, dispatch]);
}

const emptyRequest = { window: {}, jobIds: [], screenshots: [], attachments: [], only: [], skip: [] };
