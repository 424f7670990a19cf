/** Runs what it is given one after the other: the calls of one peer must not overtake each other at their awaits. */
export function createTurns(): <T>(task: () => Promise<T> | T) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const mine = last.then(task);
    last = mine.catch(() => undefined);
    return mine;
  };
}
