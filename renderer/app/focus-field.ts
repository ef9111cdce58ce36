// Takes the user to a field, once its page is there. Runs in the window.

/** A page that was just entered needs a moment to appear and to take the focus to its heading first. */
const TRIES = 20;

/** @param field the value of the element's data-field attribute */
export function focusField(field: string, tries = TRIES): void {
  requestAnimationFrame(() => {
    const element = document.querySelector<HTMLElement>(`[data-field="${field}"]`);
    if (element === null) {
      if (tries > 0) focusField(field, tries - 1);
      return;
    }
    const target = element.matches('input, textarea, button')
      ? element
      : element.querySelector<HTMLElement>('input, textarea, button');
    element.scrollIntoView({ block: 'center' });
    target?.focus({ preventScroll: true });
  });
}
