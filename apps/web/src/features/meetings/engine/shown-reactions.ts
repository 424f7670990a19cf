import type { Clock } from '@parvis/client-sdk';
import type { EngineStores } from './engine-stores.ts';

/** Milliseconds that a reaction is shown. */
const LASTS = 5_000;

/** Reactions of everybody, each for its time. */
export class ShownReactions {
  private readonly view: EngineStores['view'];
  private readonly clock: Clock;
  private count = 0;

  constructor(view: EngineStores['view'], clock: Clock) {
    this.view = view;
    this.clock = clock;
  }

  show(participantId: string, emoji: string): void {
    this.count += 1;
    const reaction = { id: this.count, participantId, emoji, at: this.clock.now() };
    this.view.change({ reactions: [...this.view.read().reactions, reaction] });
    this.clock.setTimeout(() => {
      this.view.change({ reactions: this.view.read().reactions.filter(({ id }) => id !== reaction.id) });
    }, LASTS);
  }
}
