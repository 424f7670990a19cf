/** A set of callbacks to tell that something changed, as `useSyncExternalStore` wants it. */
export class Listeners {
  private readonly callbacks = new Set<() => void>();

  readonly subscribe = (callback: () => void): (() => void) => {
    this.callbacks.add(callback);
    return () => {
      this.callbacks.delete(callback);
    };
  };

  tell(): void {
    for (const callback of this.callbacks) callback();
  }
}
