import { type StreamClient, withFreshUsers, withUsers } from '@parvis/client-sdk';
import { LIMITS } from '@parvis/contracts/limits';

const FRAME = 16;

/** Looks up people that the screen shows and the state lacks: all of a frame in one request. */
export class People {
  private readonly client: StreamClient;
  private readonly wanted = new Set<string>();
  /** Asked for, or known not to exist. */
  private readonly asked = new Set<string>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(client: StreamClient) {
    this.client = client;
  }

  want(userIds: readonly string[]): void {
    for (const userId of userIds) {
      if (this.client.state?.users[userId] === undefined && !this.asked.has(userId)) this.wanted.add(userId);
    }
    if (this.wanted.size > 0) this.timer ??= setTimeout(() => void this.lookUp(), FRAME);
  }

  /** Looks up again those that the state has: guests are told of nobody through the organisation. */
  async refresh(): Promise<void> {
    const { state } = this.client;
    if (state === null || state.me.role !== 'guest') return;
    this.asked.clear();
    const ids = Object.keys(state.users);
    try {
      const pages = await Promise.all(chunks(ids, LIMITS.idsPerLookup).map((part) =>
        this.client.api.call('listUsers', { query: { ids: part.join(','), deactivated: 'true', limit: LIMITS.idsPerLookup } })));
      const found = pages.flatMap(({ users }) => users);
      this.client.update((now) => withFreshUsers(now, found));
    } catch {
      // Asked again with the next connection.
    }
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  private async lookUp(): Promise<void> {
    this.timer = undefined;
    const ids = [...this.wanted].slice(0, LIMITS.idsPerLookup);
    for (const id of ids) {
      this.wanted.delete(id);
      this.asked.add(id);
    }
    if (this.wanted.size > 0) this.timer = setTimeout(() => void this.lookUp(), FRAME);
    try {
      const { users } = await this.client.api.call('listUsers', {
        query: { ids: ids.join(','), deactivated: 'true', limit: LIMITS.idsPerLookup },
      });
      this.client.update((state) => withUsers(state, users));
      // A snapshot may let them go again: only who doesn't exist is not asked for twice.
      for (const { id } of users) this.asked.delete(id);
    } catch {
      // Asked again when one of them is shown again.
      for (const id of ids) this.asked.delete(id);
    }
  }
}

const chunks = (ids: readonly string[], size: number): string[][] =>
  Array.from({ length: Math.ceil(ids.length / size) }, (_, index) => ids.slice(index * size, (index + 1) * size));
