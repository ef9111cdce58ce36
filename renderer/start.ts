// Entry of the window's page: small, because the page is painted when it has run. Where main served the first screen ready
// made (see NOTE first screen in build/first-screen-pages.ts), everything else is loaded behind that. Runs in the window.
import './mantine.css';
import './page.css';
import { call } from './client.ts';
import { afterFirstPaint } from './first-screen/after-first-paint.ts';
import { watchFirstScreen } from './first-screen/watch-first-screen.ts';

const firstScreen = watchFirstScreen(document.getElementById('first-screen'));

function load(): void {
  const page = import('./main.tsx');
  const answer = Promise.allSettled([call('app:start')]);
  void Promise.all([page, answer]).then(([{ showWindow }, [started]]) => showWindow(started, firstScreen));
}

if (firstScreen === undefined) load();
else afterFirstPaint(load);
