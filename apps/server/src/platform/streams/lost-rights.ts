import { Injectable } from '@nestjs/common';

/** Tells modules of people who lost a right, to a stream or by a group: it may have given them others. */
@Injectable()
export class LostRights {
  private readonly listeners: ((userId: string) => void)[] = [];

  onLoss(listener: (userId: string) => void): void {
    this.listeners.push(listener);
  }

  /** After the commit. */
  tell(userId: string): void {
    for (const listener of this.listeners) listener(userId);
  }
}
