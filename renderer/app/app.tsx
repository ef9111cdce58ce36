// The page: theme, last resort for bugs, and the case window once the main process has answered. Runs in the window.
import { MantineProvider } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { StartInfo } from '#shared/ipc/contract.ts';
import type { Result } from '#shared/ipc/result.ts';
import { call } from '../client.ts';
import { ErrorBoundary } from '../components/error-boundary.tsx';
import { cssVariables, theme } from '../theme.ts';
import { CaseWindow } from './case-window.tsx';
import { FailurePage } from './failure-page.tsx';
import { styleNonce } from './style-nonce.ts';
import { useStrayErrors } from './use-stray-errors.ts';

export function App() {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      getStyleNonce={styleNonce}
    >
      <ErrorBoundary fallback={(error) => <FailurePage error={error} />}>
        <Start />
      </ErrorBoundary>
    </MantineProvider>
  );
}

function Start() {
  const [started, setStarted] = useState<Result<StartInfo>>();
  useStrayErrors();
  useEffect(() => {
    void call('app:start').then(setStarted);
  }, []);
  if (started === undefined) return null;
  if (!started.ok) return <FailurePage problems={started.problems} />;
  return <CaseWindow start={started.value} />;
}
