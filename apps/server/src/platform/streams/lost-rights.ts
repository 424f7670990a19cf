import { Injectable } from '@nestjs/common';

/** Tells modules where a right was lost, to a stream or by a group: it may have given others. */
@Injectable()
export class LostRights {
  private readonly ofPeople: ((userId: string) => void)[] = [];
  private readonly ofChannels: ((channelId: string) => void)[] = [];

  /** One person. */
  onLoss(listener: (userId: string) => void): void {
    this.ofPeople.push(listener);
  }

  /** Whoever is in a channel, none of whom left it: it was archived, or fewer may post. */
  onChannelLoss(listener: (channelId: string) => void): void {
    this.ofChannels.push(listener);
  }

  /** After the commit. */
  tell(userId: string): void {
    for (const listener of this.ofPeople) listener(userId);
  }

  /** After the commit; also when it gives back what it took. */
  tellChannel(channelId: string): void {
    for (const listener of this.ofChannels) listener(channelId);
  }
}
