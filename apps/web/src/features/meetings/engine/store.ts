/** A value that is replaced, never changed, and tells whoever looks at it. */
export class Store<T extends object> {
  private current: T;
  private readonly listeners = new Set<() => void>();

  constructor(initial: T) {
    this.current = initial;
  }

  readonly read = (): T => this.current;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  };

  set(next: T): void {
    if (next === this.current) return;
    this.current = next;
    for (const listener of [...this.listeners]) listener();
  }

  change(part: Partial<T>): void {
    if (Object.entries(part).every(([key, value]) => Object.is(this.current[key as keyof T], value))) return;
    this.set({ ...this.current, ...part });
  }
}
