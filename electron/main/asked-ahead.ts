// An answer that is worked out before it is asked for. Runs in the main process.

/** @returns the same question, whose first answer is on its way already; each later one is asked anew */
export function askedAhead<Answer>(ask: () => Promise<Answer>): () => Promise<Answer> {
  let ready: Promise<Answer> | undefined = ask();
  // Whoever asks hears of it.
  ready.catch(() => undefined);
  return () => {
    const answer = ready ?? ask();
    ready = undefined;
    return answer;
  };
}
