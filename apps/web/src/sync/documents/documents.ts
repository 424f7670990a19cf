import type { StreamClient } from '@parvis/client-sdk';
import { DocumentSession } from './document-session.ts';
import { DocumentStore } from './document-store.ts';
import { liveOn, livingWindows, thisWindow } from './living-windows.ts';
import { flagUnsent, forgetFlags } from './unsent-flag.ts';

/** A document that is left stays open for so long: going back to it is at once. In milliseconds. */
const LINGER = 10_000;
/** But no more than so many at once: the server lets a window have so many open. */
const LINGERING = 5;

interface Opened {
  session: DocumentSession;
  users: number;
  timer?: ReturnType<typeof setTimeout>;
}

/** The documents of one signed-in person on this page. */
export class Documents {
  private readonly userId: string;
  private readonly client: StreamClient;
  private readonly store: DocumentStore;
  private readonly opened = new Map<string, Opened>();

  constructor(userId: string, client: StreamClient, signal: AbortSignal) {
    this.userId = userId;
    this.client = client;
    this.store = new DocumentStore(userId, thisWindow);
    liveOn(signal);
    const stopGreeting = client.door.onHello(() => void this.sendLeft());
    signal.addEventListener('abort', () => {
      stopGreeting();
      for (const documentId of [...this.opened.keys()]) this.close(documentId);
      this.store.stop();
    });
  }

  /** Release what you opened. */
  open(documentId: string): DocumentSession {
    const known = this.opened.get(documentId);
    if (known !== undefined) {
      clearTimeout(known.timer);
      known.users += 1;
      return known.session;
    }
    const session = new DocumentSession(this.client, this.store, documentId);
    this.opened.set(documentId, { session, users: 1 });
    session.listeners.subscribe(() => {
      this.flag();
    });
    session.start();
    return session;
  }

  release(documentId: string): void {
    const opened = this.opened.get(documentId);
    if (opened === undefined) return;
    opened.users -= 1;
    if (opened.users > 0) return;
    // A right that is gone is asked for anew by the next who opens it.
    if (opened.session.state.stopped !== null) {
      this.close(documentId);
      return;
    }
    this.opened.delete(documentId);
    this.opened.set(documentId, opened);
    this.closeSurplus();
    opened.timer = setTimeout(() => {
      // What can't be sent now keeps it open until it can.
      if (opened.session.hasUnsent && opened.session.state.stopped === null) {
        opened.users += 1;
        this.release(documentId);
      } else this.close(documentId);
    }, LINGER);
  }

  /** Something was written that this page could neither send nor keep. */
  get wouldLose(): boolean {
    return [...this.opened.values()].some(({ session }) => session.wouldLose);
  }

  /** Sends what pages that are gone left unsent, without showing it. */
  async sendLeft(): Promise<void> {
    const isAlive = await livingWindows();
    const left = await this.store.unsentDocuments(isAlive).catch(() => null);
    for (const documentId of left ?? []) {
      const known = this.opened.get(documentId);
      if (known !== undefined) {
        void known.session.takeOver();
        continue;
      }
      this.open(documentId);
      this.release(documentId);
    }
    if (left?.length === 0) forgetFlags(this.userId, (by) => by !== thisWindow && !isAlive(by));
  }

  /** Those that were left first. */
  private closeSurplus(): void {
    const lingering = [...this.opened].filter(([, { users, session }]) => users === 0 && !session.hasUnsent);
    for (const [documentId] of lingering.slice(0, -LINGERING)) this.close(documentId);
  }

  private close(documentId: string): void {
    const opened = this.opened.get(documentId);
    this.opened.delete(documentId);
    clearTimeout(opened?.timer);
    void opened?.session.stop();
  }

  private flag(): void {
    const unsent = [...this.opened.values()].some(({ session }) => session.hasUnsent);
    flagUnsent(this.userId, thisWindow, unsent);
  }
}
