// Entry of the window's page. Runs in the window.
import '#shared/ipc/without-generated-code.ts';
import '@mantine/core/styles.css';
import './page.css';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(<App />);
