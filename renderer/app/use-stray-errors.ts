// Rejected promises and errors outside of rendering are bugs too: they go to the error boundary. Runs in the window.
import { useEffect, useState } from 'react';

export function useStrayErrors(): void {
  const [stray, setStray] = useState<{ readonly error: unknown }>();
  useEffect(() => {
    const onRejection = (event: PromiseRejectionEvent) => setStray({ error: event.reason });
    window.addEventListener('unhandledrejection', onRejection);
    return () => window.removeEventListener('unhandledrejection', onRejection);
  }, []);
  if (stray !== undefined) throw stray.error;
}
