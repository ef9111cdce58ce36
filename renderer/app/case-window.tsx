// The case window: header with the language switch, list of steps, and the screen of the moment. Runs in the window.
import { useEffect, useLayoutEffect, useMemo, useReducer } from 'react';
import { texts as textsOf } from '#shared/i18n/texts.ts';
import type { StartInfo } from '#shared/ipc/contract.ts';
import { call, onProgress } from '../client.ts';
import { type Case, CaseContext } from '../state/case-context.ts';
import { caseReducer } from '../state/case-reducer.ts';
import { firstState } from '../state/case-state.ts';
import { formTrouble } from '../state/form-trouble.ts';
import { afterPaint } from './after-paint.ts';
import classes from './case-window.module.css';
import { CompletenessMeter } from './completeness-meter.tsx';
import { CurrentScreen } from './current-screen.tsx';
import { Header } from './header.tsx';
import { LaterParts } from './later.tsx';
import { Steps } from './steps.tsx';
import { useCaseActions } from './use-case-actions.ts';
import { useCommands } from './use-commands.ts';
import { useKeptDraft } from './use-kept-draft.ts';
import { useLivePlan } from './use-live-plan.ts';
import { useLogSurvey } from './use-log-survey.ts';
import { useResponseClock } from './use-response-clock.ts';
import { Version } from './version.tsx';

export function CaseWindow({ start }: { readonly start: StartInfo }) {
  const [state, dispatch] = useReducer(caseReducer, start, firstState);
  const texts = textsOf(state.language);
  const trouble = useMemo(() => formTrouble(state.form, new Date()), [state.form]);
  const actions = useCaseActions(state, dispatch, trouble);
  useLivePlan(state, dispatch);
  useCommands(state.screen.at, actions);
  useLogSurvey(state, dispatch);
  useKeptDraft(state);
  useResponseClock(state.form.plan, dispatch);

  useEffect(
    // It starts the engine, which would take its share of the processors from the first paint.
    () =>
      afterPaint(() => {
        void call('app:machine').then((answer) => {
          if (answer.ok) dispatch({ type: 'machine-described', machine: answer.value });
          else dispatch({ type: 'call-failed', problems: answer.problems });
        });
      }),
    [],
  );
  useEffect(
    () =>
      onProgress((progress, work) => {
        const atMs = performance.now();
        if (work === 'send') dispatch({ type: 'send-progressed', progress, atMs });
        else if (work !== 'email') dispatch({ type: 'progressed', progress, atMs });
      }),
    [],
  );
  // Before the first layout: another language means other fonts for the whole page.
  useLayoutEffect(() => {
    document.documentElement.lang = texts.window.htmlLang;
    document.title = `${texts.window.frame.product} – ${texts.window.frame.tagline}`;
  }, [texts]);

  const value: Case = { state, dispatch, actions, texts, trouble };
  return (
    <CaseContext value={value}>
      <LaterParts>
        <div className={classes.window}>
          <Header />
          <aside className={classes.side}>
            <Steps />
            <CompletenessMeter />
            <Version />
          </aside>
          <main className={classes.main}>
            <CurrentScreen />
          </main>
        </div>
      </LaterParts>
    </CaseContext>
  );
}
