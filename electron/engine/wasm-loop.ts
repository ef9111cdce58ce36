// Brings a hot loop to life that is kept as WebAssembly in base64. Runs in the engine's process and its threads.

/** What every loop exports beside its functions: its memory, and addresses in it by name. */
export interface LoopExports {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  readonly [address: string]: unknown;
}

/** Node has it; its types do not. */
declare const WebAssembly: {
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object) => { exports: object };
};

/** @param code in base64, as `npm run wasm` writes it. */
export function startLoop<Exports extends LoopExports>(code: string): Exports {
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(Buffer.from(code, 'base64')));
  return exports as Exports;
}

/** Where the loop keeps what it exports under this name. */
export function addressIn(exports: LoopExports, name: string): number {
  return (exports[name] as { value: number }).value;
}
