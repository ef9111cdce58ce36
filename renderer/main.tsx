// Entry of the window's page. Runs in the window.
import '#shared/ipc/without-generated-code.ts';
import './mantine.css';
import './page.css';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { call } from './client.ts';

const element = document.getElementById('root');
if (element === null) throw new Error('index.html has no #root');
const root = createRoot(element);
// An empty page is not worth drawing: main has the answer ready by now.
void Promise.allSettled([call('app:start')]).then(([started]) => root.render(<App started={started} />));
