// The page: theme, last resort for bugs, and the case window with what the main process answered. Runs in the window.
import { MantineProvider } from '@mantine/core';
import type { StartInfo } from '#shared/ipc/contract.ts';
import type { Result } from '#shared/ipc/result.ts';
import { ErrorBoundary } from '../components/error-boundary.tsx';
import { cssVariables, theme } from '../theme.ts';
import { CaseWindow } from './case-window.tsx';
import { FailurePage } from './failure-page.tsx';
import { styleNonce } from './style-nonce.ts';
import { useStrayErrors } from './use-stray-errors.ts';

interface AppProps {
  /** The main process's answer to `app:start`. */
  readonly started: PromiseSettledResult<Result<StartInfo>>;
}

export function App(props: AppProps) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      getStyleNonce={styleNonce}
    >
      <ErrorBoundary fallback={(error) => <FailurePage error={error} />}>
        <Start {...props} />
      </ErrorBoundary>
    </MantineProvider>
  );
}

function Start({ started }: AppProps) {
  useStrayErrors();
  if (started.status === 'rejected') throw started.reason;
  const { value: answer } = started;
  return answer.ok ? <CaseWindow start={answer.value} /> : <FailurePage problems={answer.problems} />;
}
