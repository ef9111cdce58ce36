// The nonce that lets Mantine add style elements (see NOTE style nonce in electron/main/window-protocol.ts). Runs in
// the window.

export function styleNonce(): string {
  return document.querySelector<HTMLElement>('meta[property="csp-nonce"]')?.nonce ?? '';
}
