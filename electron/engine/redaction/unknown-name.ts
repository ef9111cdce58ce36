// What a copy of a case's names throws where it meets one that it does not know: only the case itself hands out stand-ins. Runs in
// the engine's process and its threads.

export class UnknownName extends Error {}
