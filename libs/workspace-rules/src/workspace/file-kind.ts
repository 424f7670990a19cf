/** Specs and what only specs and build tools load: they may use devDependencies. */
export function isDevelopmentFile(path: string): boolean {
  return (
    /\.(spec|e2e|bench)\.tsx?$/.test(path) ||
    /\.config\.(ts|mts|mjs)$/.test(path) ||
    /^[a-z0-9]+\/[a-z-]+\/build\//.test(path) ||
    /\/src\/(.*\/)?(testing|fixtures)\//.test(path) ||
    /\/(vitest|playwright)\.[a-z-]+\.ts$/.test(path)
  );
}

export function isSpec(path: string): boolean {
  return /\.(spec|e2e)\.tsx?$/.test(path);
}
