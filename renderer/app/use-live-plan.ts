// Keeps the plan up to date with the form: asks the engine shortly after the user stops changing what it depends on.
// Runs in the window.
import { type Dispatch, useEffect } from 'react';
import { call } from '../client.ts';
import type { CaseEvent, CaseState } from '../state/case-state.ts';
import { toPlanRequest } from '../state/to-request.ts';
import { afterPaint } from './after-paint.ts';

const PAUSE_MS = 300;

/** From the first step on: the completeness beside it is filled from what is found, and sizes are there when asked for. */
export function useLivePlan(state: CaseState, dispatch: Dispatch<CaseEvent>): void {
  const { at } = state.screen;
  const wanted = at === 'problem' || at === 'contact' || at === 'contents';
  const question = JSON.stringify(toPlanRequest(state.form));
  useEffect(() => {
    if (!wanted) return;
    let outdated = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async () => {
      dispatch({ type: 'plan-started' });
      const answer = await call('case:plan', JSON.parse(question));
      if (outdated) return;
      if (answer.ok) dispatch({ type: 'plan-arrived', plan: answer.value });
      else dispatch({ type: 'plan-failed', problems: answer.problems });
    };
    const notYet = afterPaint(() => {
      timer = setTimeout(() => void ask(), PAUSE_MS);
    });
    return () => {
      outdated = true;
      notYet();
      clearTimeout(timer);
    };
  }, [wanted, question, dispatch]);
}
