// Progress for screen readers: often enough to be useful, rarely enough to be bearable. Runs in the window.
import { useEffect, useRef, useState } from 'react';

const INTERVAL_MS = 8_000;

/** @returns the newest text, renewed only every few seconds */
export function useSpokenNow(text: string): string {
  const newest = useRef(text);
  const [spoken, setSpoken] = useState(text);
  useEffect(() => {
    newest.current = text;
  }, [text]);
  useEffect(() => {
    const timer = setInterval(() => setSpoken(newest.current), INTERVAL_MS);
    return () => clearInterval(timer);
  }, []);
  return spoken;
}
