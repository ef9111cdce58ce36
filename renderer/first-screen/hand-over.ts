// From the first screen that was served ready made to the real one, which looks the same: what was typed becomes input of the
// real fields, as if it were typed now; focus, caret and scroll position stay; what was pressed is pressed. Runs in the window.
import { type FirstScreen, type TextField, textsIn } from './watch-first-screen.ts';

/**
 * @param root where the real screen is shown
 * @param show shows it, before it returns
 */
export function handOver({ element, pressed }: FirstScreen, root: HTMLElement, show: () => void): void {
  const focused = document.activeElement;
  const twinOfFocused =
    focused !== null && element.contains(focused) ? twinFinder(element, focused) : undefined;
  const presses = pressed.map((one) => twinFinder(element, one));
  const typed = textsIn(element).map((field) => ({ field, twin: twinFinder(element, field) }));
  const scrolled = [...element.querySelectorAll('div, aside')]
    .filter(({ scrollTop }) => scrollTop > 0)
    .map(({ className, scrollTop }) => ({ className, scrollTop }));
  element.remove();
  show();
  for (const { field, twin } of typed) {
    const real = twin(root);
    if (isTextField(real)) typeInto(real, field.value);
  }
  for (const { className, scrollTop } of scrolled) {
    const real = root.getElementsByClassName(className)[0];
    if (real) real.scrollTop = scrollTop;
  }
  const real = twinOfFocused?.(root);
  if (real instanceof HTMLElement) real.focus({ preventScroll: true });
  if (isTextField(real) && isTextField(focused) && focused.selectionStart !== null) {
    real.setSelectionRange(
      focused.selectionStart,
      focused.selectionEnd,
      focused.selectionDirection ?? 'none',
    );
  }
  for (const twin of presses) {
    const real = twin(root);
    if (real instanceof HTMLElement) real.click();
  }
}

/** @returns finds, on the real screen, what stands there for an element: the same kind with the same words, the same one of several */
function twinFinder(screen: Element, element: Element): (root: Element) => Element | undefined {
  const words = wordsOf(element);
  const alike = (within: Element) =>
    [...within.querySelectorAll(element.tagName)].filter((one) => wordsOf(one) === words);
  const index = alike(screen).indexOf(element);
  return (root) => alike(root)[index];
}

function wordsOf(element: Element): string {
  const field = element.getAttribute('data-field') ?? element.getAttribute('type') ?? '';
  const labels = isTextField(element) ? [...(element.labels ?? [])] : [];
  return [field, ...labels.map(({ textContent }) => textContent), element.textContent].join('\n');
}

function isTextField(element: Element | null | undefined): element is TextField {
  return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
}

/** React hears of a value only by the element's own setter and an event. */
function typeInto(field: TextField, value: string): void {
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')?.set?.call(field, value);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
