// A client of Chromium's developer tools over two pipes (--remote-debugging-pipe): what drives a window from outside where a
// larger driver's own start would be in the figures. Runs in plain Node.

/** @typedef {{ readonly id?: number, readonly method?: string, readonly params?: any, readonly result?: any, readonly error?: { readonly message: string } }} Message */

export class DevtoolsPipe {
  #lastId = 0;
  #unread = '';
  #write;
  /** @type {Map<number, { resolve: (result: any) => void, reject: (error: Error) => void }>} */
  #waiting = new Map();
  /** @type {Map<string, (params: any) => void>} */
  #listeners = new Map();

  /** @param {import('node:child_process').ChildProcess} child with pipes at file descriptors 3 and 4 */
  constructor(child) {
    const [to, from] = [child.stdio[3], child.stdio[4]];
    if (!to || !('write' in to) || !from || !('setEncoding' in from)) throw new Error('no pipes at 3 and 4');
    this.#write = (/** @type {string} */ text) => to.write(text);
    // The program may be ended before it has read everything.
    to.on('error', () => undefined);
    from.setEncoding('utf8').on('data', (/** @type {string} */ text) => this.#read(text));
  }

  /** @param {string} event @param {(params: any) => void} listener the only one of its event */
  on(event, listener) {
    this.#listeners.set(event, listener);
  }

  /**
   * @param {string} method
   * @param {object} [params]
   * @param {string} [sessionId] of an attached page; without it the browser as a whole is meant
   * @returns {Promise<any>}
   */
  call(method, params = {}, sessionId) {
    this.#lastId += 1;
    const id = this.#lastId;
    this.#write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    return new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
  }

  /** @param {string} text */
  #read(text) {
    const messages = (this.#unread + text).split('\0');
    this.#unread = messages.pop() ?? '';
    for (const message of messages) this.#receive(JSON.parse(message));
  }

  /** @param {Message} message */
  #receive({ id, method, params, result, error }) {
    if (id === undefined) return this.#listeners.get(method ?? '')?.(params);
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error) waiting?.reject(new Error(error.message));
    else waiting?.resolve(result);
  }
}
