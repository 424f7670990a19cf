/** From a package to the packages that it needs. */
export type ProjectGraph = ReadonlyMap<string, readonly string[]>;

/** The first cycle found, as the names along it (first and last are the same), or undefined. */
export function findCycle(graph: ProjectGraph): string[] | undefined {
  const finished = new Set<string>();
  const path: string[] = [];

  function visit(name: string): string[] | undefined {
    if (finished.has(name)) return undefined;
    const start = path.indexOf(name);
    if (start !== -1) return [...path.slice(start), name];
    path.push(name);
    for (const next of graph.get(name) ?? []) {
      const cycle = visit(next);
      if (cycle) return cycle;
    }
    path.pop();
    finished.add(name);
    return undefined;
  }

  for (const name of graph.keys()) {
    const cycle = visit(name);
    if (cycle) return cycle;
  }
  return undefined;
}
