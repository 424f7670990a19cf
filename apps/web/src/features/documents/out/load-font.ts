// `no-inline`: the Content-Security-Policy lets nothing be fetched from data: addresses.
const files = import.meta.glob<string>([
  '/../../node_modules/@fontsource/inter/files/inter-*-{400,700}-{normal,italic}.woff',
  '/../../node_modules/@fontsource/jetbrains-mono/files/jetbrains-mono-*-400-normal.woff',
  '/../../node_modules/@fontsource/noto-sans-math/files/noto-sans-math-latin-400-normal.woff',
], { query: '?url', import: 'default' });

/** The bytes of a font file by its name without ending: our own, from our own server. */
export async function loadFont(name: string): Promise<ArrayBuffer> {
  const load = Object.entries(files).find(([path]) => path.endsWith(`/${name}.woff`))?.[1];
  if (!load) throw new Error(`no font ${name}`);
  const answer = await fetch(await load());
  if (!answer.ok) throw new Error(`font ${name}: ${answer.status}`);
  return answer.arrayBuffer();
}
