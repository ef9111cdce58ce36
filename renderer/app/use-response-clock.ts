// Keeps the time by which support should answer up to date: as the plan changes and as time passes. Runs in the window.
import { type Dispatch, useEffect } from 'react';
import type { SupportPlan } from '#shared/schema/severity.ts';
import { call } from '../client.ts';
import type { CaseEvent } from '../state/case-state.ts';
import { afterPaint } from './after-paint.ts';

const EVERY_MS = 30_000;

export function useResponseClock(plan: SupportPlan, dispatch: Dispatch<CaseEvent>): void {
  useEffect(() => {
    const ask = async () => {
      const answer = await call('support:clock', plan);
      if (answer.ok) dispatch({ type: 'clock-arrived', clock: answer.value });
    };
    const notYet = afterPaint(() => void ask());
    const timer = setInterval(() => void ask(), EVERY_MS);
    return () => {
      notYet();
      clearInterval(timer);
    };
  }, [plan, dispatch]);
}
