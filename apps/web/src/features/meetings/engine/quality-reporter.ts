import type { Clock } from '@parvis/client-sdk';
import type { ConnectionQuality } from '@parvis/contracts';
import { type Counters, countersOf, qualityBetween } from './connection-quality.ts';
import type { MediaLink } from './media-link.ts';
import type { MeetingSession } from './meeting-session.ts';
import { type ReceivedCounters, receivedBetween, receivedCounters, type ReceivedQuality } from './received-quality.ts';
import type { RemoteMedia } from './types.ts';

const EVERY = 5_000;

/** Measures my connection every some seconds, and tells the server, which keeps it for the meeting's report. */
export class QualityReporter {
  private readonly session: () => MeetingSession | null;
  private readonly clock: Clock;
  private readonly onQuality: (quality: ConnectionQuality) => void;
  private before: { link: MediaLink; counters: Counters } | null = null;
  private readonly received = new Map<string, ReceivedCounters>();
  private timer: unknown = null;
  private stopped = false;

  constructor(session: () => MeetingSession | null, clock: Clock, onQuality: (quality: ConnectionQuality) => void) {
    this.session = session;
    this.clock = clock;
    this.onQuality = onQuality;
    this.later();
  }

  /** What arrives of somebody: of their screen, else their camera, else their voice. */
  async of(media: RemoteMedia | undefined): Promise<ReceivedQuality | null> {
    const source = [media?.screen, media?.camera, media?.microphone].find((track) => track?.track != null);
    const consumer = this.session()?.current?.received.get(source?.producerId ?? '')?.consumer;
    if (consumer === undefined) return null;
    const now = receivedCounters(await consumer.getStats().then((report) => [...report.values()] as unknown[], () => []), this.clock.now());
    const before = this.received.get(consumer.id);
    this.received.set(consumer.id, now);
    return receivedBetween(before, now);
  }

  stop(): void {
    this.stopped = true;
    this.clock.clearTimeout(this.timer);
  }

  private later(): void {
    if (!this.stopped) this.timer = this.clock.setTimeout(() => void this.measure(), EVERY);
  }

  private async measure(): Promise<void> {
    const session = this.session();
    const link = session?.current ?? null;
    try {
      if (session === null || link === null) return;
      const counters = countersOf(await link.statistics(), this.clock.now());
      const { before } = this;
      this.before = { link, counters };
      if (before?.link !== link || this.stopped) return;
      const quality = qualityBetween(before.counters, counters);
      this.onQuality(quality);
      await session.ask('meeting_report_quality', quality);
    } catch {
      // Told anew with the next measurement.
    } finally {
      this.later();
    }
  }
}
