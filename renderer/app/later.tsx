// Parts of the window that its first picture does without: their script is loaded when that is painted, long before anybody
// can have asked for one of them. Runs in the window.
import { type ComponentType, createContext, type ReactNode, use, useEffect, useState } from 'react';
import { afterPaint } from './after-paint.ts';

type Parts = typeof import('./later-parts.ts');

const PartsContext = createContext<Parts | undefined>(undefined);

/** Loads the parts for what it encloses. */
export function LaterParts({ children }: { readonly children: ReactNode }) {
  const [parts, setParts] = useState<Parts>();
  useEffect(() => afterPaint(() => void import('./later-parts.ts').then(setParts)), []);
  return <PartsContext value={parts}>{children}</PartsContext>;
}

/** @returns a component that shows the part of this name as soon as it is there */
export function later<Name extends keyof Parts>(name: Name): Parts[Name] {
  function Later(props: object) {
    const Part = use(PartsContext)?.[name] as ComponentType<object> | undefined;
    return Part && <Part {...props} />;
  }
  return Later as Parts[Name];
}
