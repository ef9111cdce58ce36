// Compiles the hot loops (AssemblyScript) to WebAssembly and writes each as text beside its source, where it is kept under version
// control: nothing has to be compiled to build or test the program. Run by `npm run wasm`, in plain Node.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));

/** Sources without their ending, and what the text is called there. */
export const HOT_LOOPS = [
  { path: 'electron/engine/redaction/scan/walk/walk', name: 'WALK_CODE' },
  { path: 'electron/engine/seal/sieve/sieve', name: 'SIEVE_CODE' },
  { path: 'electron/engine/packet/deflate/deflate', name: 'DEFLATE_CODE' },
];

/**
 * @param {typeof HOT_LOOPS[number]} loop
 * @returns {Promise<string>} the text that stands in PATH-code.ts. Throws with the compiler's words where it does not compile.
 */
export async function codeOf({ path, name }) {
  const { main } = await import('assemblyscript/asc');
  const flags =
    '-O3 --converge --noAssert --enable simd --runtime stub --initialMemory 16 --outFile loop.wasm'.split(
      ' ',
    );
  /** @type {Uint8Array | undefined} */
  let code;
  const { error, stderr } = await main([`${path}.as.ts`, '--baseDir', root, ...flags], {
    writeFile: (file, contents) => {
      if (file === 'loop.wasm' && typeof contents !== 'string') code = contents;
    },
  });
  if (error || !code) throw new Error(`${error?.message ?? 'nothing was compiled'}\n${stderr.toString()}`);
  const lines =
    Buffer.from(code)
      .toString('base64')
      .match(/.{1,100}/g) ?? [];
  const text = lines.map((line) => `  '${line}'`).join(' +\n');
  const source = path.slice(path.lastIndexOf('/') + 1);
  return `// The hot loop of ${source}.as.ts as WebAssembly in base64. Made by \`npm run wasm\`; never changed by hand.\nexport const ${name}: string =\n${text};\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const loop of HOT_LOOPS) writeFileSync(`${root}${loop.path}-code.ts`, await codeOf(loop));
}
