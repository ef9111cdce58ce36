// Carries out what the application's menu asks for, where the screen of the moment allows it. Runs in the window.
import { useEffect } from 'react';
import { onCommand } from '../client.ts';
import type { CaseActions } from '../state/case-context.ts';
import type { Screen } from '../state/case-state.ts';

/** Work that runs, and a list of files under review, are not left by a slip on the keyboard. */
export function useCommands(at: Screen['at'], actions: CaseActions): void {
  useEffect(
    () =>
      onCommand((command) => {
        if (at === 'preparing' || at === 'delivering' || at === 'review') return;
        if (command === 'new-case') actions.newCase();
        else actions.showCases();
      }),
    [at, actions],
  );
}
