import type { StreamClient, WorkspaceState } from '@parvis/client-sdk';
import { LatestOnly } from './latest-only.ts';

/** A part of the workspace of which I choose some values, by switches and the like. */
export interface Choices<Values extends object> {
  /** The same for the same part only. */
  key: string;
  read: (state: WorkspaceState) => Values | undefined;
  write: (state: WorkspaceState, values: Values) => WorkspaceState;
}

/**
 * Choices that hold at once: shown when they are made, told to the server one after the other. Of several
 * presses of one switch the last counts, and no event of an earlier one undoes it on screen.
 */
export class Presses {
  private readonly client: StreamClient;
  private readonly queues = new Map<string, LatestOnly<() => Promise<void>>>();

  constructor(client: StreamClient) {
    this.client = client;
  }

  /** Rejects with what `tell` rejects with; what holds is shown again then. Each value is told for itself. */
  async press<Values extends object, Name extends keyof Values & string>(choices: Choices<Values>, chosen: Partial<Pick<Values, Name>>, tell: (chosen: Partial<Pick<Values, Name>>) => Promise<unknown>): Promise<void> {
    const names = Object.keys(chosen) as Name[];
    await Promise.all(names.map((name) => {
      const alone = { [name]: chosen[name] } as Partial<Pick<Values, Name>>;
      return this.pressOne(choices, name, alone as Partial<Values>, () => tell(alone));
    }));
  }

  private async pressOne<Values extends object>({ key, read, write }: Choices<Values>, name: keyof Values & string, value: Partial<Values>, tell: () => Promise<unknown>): Promise<void> {
    const { client } = this;
    const withIt = (state: WorkspaceState) => {
      const values = read(state);
      return values === undefined ? state : write(state, { ...values, ...value });
    };
    const held = () => (client.confirmed === null ? undefined : read(client.confirmed)?.[name]);
    const place = `${key}.${name}`;
    const queue = this.queues.get(place) ?? new LatestOnly((work: () => Promise<void>) => work());
    this.queues.set(place, queue);
    const release = client.hold(place, withIt);
    try {
      await queue.push(async () => {
        const before = held();
        let isOld = false;
        const stop = client.subscribe(() => {
          isOld ||= !Object.is(held(), before);
        });
        await tell().finally(stop);
        // Where its event was faster than its answer, something newer may stand there.
        if (!isOld) client.update(withIt);
      });
    } finally {
      release();
    }
  }
}
