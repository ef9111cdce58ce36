// The first screen that main served ready made, until the real one takes its place: what is pressed on it is noted, when it
// must not be taken away is known, and the window stays open until what was typed can be kept. Runs in the window.

export type TextField = HTMLInputElement | HTMLTextAreaElement;

export interface FirstScreen {
  readonly element: HTMLElement;
  /** Buttons and choices that were pressed, in turn. */
  readonly pressed: readonly Element[];
  /** Resolves once no pointer is down and no input method is composing: either would be broken off by taking it away. */
  untilIdle(): Promise<void>;
  /** The real screen is there. A window that its user closed meanwhile is closed now. */
  end(): void;
}

/** What does something when it is clicked; a click on a label arrives at its input as well. */
const PRESSABLE = 'button, input[type="radio"], input[readonly]';

/** @param element absent where main served the page without a first screen */
export function watchFirstScreen(element: HTMLElement | null): FirstScreen | undefined {
  if (element === null) return undefined;
  const pressed: Element[] = [];
  const busy = new Set<'composing' | 'pointer'>();
  let onIdle = () => {};
  const ended = (what: 'composing' | 'pointer') => () => {
    busy.delete(what);
    // What follows in the same breath comes first: the click after the pointer, the next word of an input method.
    setTimeout(() => busy.size === 0 && onIdle());
  };
  element.addEventListener('click', ({ target }) => {
    const found = target instanceof Element ? target.closest(PRESSABLE) : null;
    if (found !== null) pressed.push(found);
  });
  element.addEventListener('compositionstart', () => busy.add('composing'));
  element.addEventListener('compositionend', ended('composing'));
  element.addEventListener('pointerdown', () => busy.add('pointer'));
  // Released or lost anywhere, also outside of the window.
  for (const end of ['pointerup', 'pointercancel', 'dragend', 'blur']) {
    window.addEventListener(end, ended('pointer'));
  }
  let isClosing = false;
  const stayOpen = (event: BeforeUnloadEvent) => {
    // Whoever asks twice is not held.
    if (isClosing || (pressed.length === 0 && textsIn(element).length === 0)) return;
    event.preventDefault();
    isClosing = true;
  };
  window.addEventListener('beforeunload', stayOpen);
  return {
    element,
    pressed,
    untilIdle: () =>
      new Promise((resolve) => {
        onIdle = resolve;
        if (busy.size === 0) resolve();
      }),
    end() {
      window.removeEventListener('beforeunload', stayOpen);
      if (isClosing) window.close();
    },
  };
}

/** @returns the fields of the form in which something was typed */
export function textsIn(element: HTMLElement): TextField[] {
  const fields = element.querySelectorAll<TextField>('input[data-field], textarea[data-field]');
  return [...fields].filter(({ value }) => value !== '');
}
