// Compiles the scanner's hot loop (walk.as.ts, AssemblyScript) to WebAssembly and writes it as text into walk-code.ts, which is
// kept under version control: nothing has to be compiled to build or test the program. Run by `npm run walk`, in plain Node.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const FOLDER = 'electron/engine/redaction/scan/walk';
const root = fileURLToPath(new URL('../', import.meta.url));

/** @returns {Promise<string>} the text of walk-code.ts. Throws with the compiler's words where it does not compile. */
export async function walkCode() {
  const { main } = await import('assemblyscript/asc');
  const flags = '-O3 --converge --noAssert --runtime stub --initialMemory 16 --outFile walk.wasm'.split(' ');
  /** @type {Uint8Array | undefined} */
  let code;
  const { error, stderr } = await main([`${FOLDER}/walk.as.ts`, '--baseDir', root, ...flags], {
    writeFile: (name, contents) => {
      if (name === 'walk.wasm' && typeof contents !== 'string') code = contents;
    },
  });
  if (error || !code) throw new Error(`${error?.message ?? 'nothing was compiled'}\n${stderr.toString()}`);
  const lines =
    Buffer.from(code)
      .toString('base64')
      .match(/.{1,100}/g) ?? [];
  const text = lines.map((line) => `  '${line}'`).join(' +\n');
  return `// The hot loop of walk.as.ts as WebAssembly in base64. Made by \`npm run walk\`; never changed by hand.\nexport const WALK_CODE: string =\n${text};\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(`${root}${FOLDER}/walk-code.ts`, await walkCode());
}
