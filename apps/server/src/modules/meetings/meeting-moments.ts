import { Injectable } from '@nestjs/common';
import type { StreamTransaction } from '../../platform/streams/stream-transaction.ts';

/** What others have to do with a meeting that ends or moves, in the same transaction. It is locked, and told of afterwards. */
export type MeetingMoment = (tx: StreamTransaction, meetingId: string) => Promise<void>;

@Injectable()
export class MeetingMoments {
  private readonly ends: MeetingMoment[] = [];
  private readonly moves: MeetingMoment[] = [];

  beforeEnd(moment: MeetingMoment): void {
    this.ends.push(moment);
  }

  /** Its media goes to another media host, or to another run of the same: what was there is lost. */
  beforeMove(moment: MeetingMoment): void {
    this.moves.push(moment);
  }

  async ending(tx: StreamTransaction, meetingId: string): Promise<void> {
    for (const moment of this.ends) await moment(tx, meetingId);
  }

  async moving(tx: StreamTransaction, meetingId: string): Promise<void> {
    for (const moment of this.moves) await moment(tx, meetingId);
  }
}
