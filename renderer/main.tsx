// Everything that the window's page is made of, begun by start.ts. Runs in the window.
import '#shared/ipc/without-generated-code.ts';
import type { ComponentProps } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { handOver } from './first-screen/hand-over.ts';
import type { FirstScreen } from './first-screen/watch-first-screen.ts';

/** @param firstScreen what the user looks at meanwhile, if main served it ready made */
export async function showWindow(
  started: ComponentProps<typeof App>['started'],
  firstScreen: FirstScreen | undefined,
): Promise<void> {
  const element = document.getElementById('root');
  if (element === null) throw new Error('index.html has no #root');
  const root = createRoot(element);
  const show = () => root.render(<App started={started} />);
  if (firstScreen === undefined) return show();
  await firstScreen.untilIdle();
  // At once and whole, effects too: nothing is painted and no key arrives between the one and the other.
  handOver(firstScreen, element, () => flushSync(show));
  firstScreen.end();
}
