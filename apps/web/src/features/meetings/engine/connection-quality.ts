import type { ConnectionQuality } from '@parvis/contracts';

/** Counters at one moment, of which two make a rate. */
export interface Counters {
  readonly at: number;
  readonly sent: number;
  readonly received: number;
  readonly packets: number;
  readonly lost: number;
  readonly rtt: number | null;
  readonly jitter: number | null;
}

interface Report {
  type: string;
  kind?: string;
  state?: string;
  nominated?: boolean;
  bytesSent?: number;
  bytesReceived?: number;
  packetsReceived?: number;
  packetsLost?: number;
  currentRoundTripTime?: number;
  jitter?: number;
}

/** Adds up the statistics of both transports (W3C webrtc-stats); their times are in seconds. */
export function countersOf(reports: Iterable<unknown>, at: number): Counters {
  let [sent, received, packets, lost] = [0, 0, 0, 0];
  const rtts: number[] = [];
  const jitters: number[] = [];
  for (const report of reports as Iterable<Report>) {
    if (report.type === 'candidate-pair' && report.state === 'succeeded' && report.nominated === true) {
      sent += report.bytesSent ?? 0;
      received += report.bytesReceived ?? 0;
      if (report.currentRoundTripTime !== undefined) rtts.push(report.currentRoundTripTime * 1_000);
    } else if (report.type === 'inbound-rtp') {
      packets += report.packetsReceived ?? 0;
      lost += report.packetsLost ?? 0;
      if (report.kind === 'audio' && report.jitter !== undefined) jitters.push(report.jitter * 1_000);
    }
  }
  return { at, sent, received, packets, lost, rtt: mostOf(rtts), jitter: mostOf(jitters) };
}

/** Null where two moments can't be compared: counters begin anew with new transports. */
export function qualityBetween(before: Counters, now: Counters): ConnectionQuality {
  const seconds = (now.at - before.at) / 1_000;
  const rate = (from: number, to: number) => (seconds <= 0 || to < from ? null : Math.round(((to - from) * 8) / seconds / 1_000));
  const arrived = now.packets - before.packets;
  const missing = Math.max(0, now.lost - before.lost);
  const loss = arrived < 0 || arrived + missing === 0 ? null : (missing / (arrived + missing)) * 100;
  return { rtt: bounded(now.rtt), jitter: bounded(now.jitter), loss, sendKbps: bounded(rate(before.sent, now.sent)), receiveKbps: bounded(rate(before.received, now.received)) };
}

const bounded = (value: number | null): number | null => (value === null ? null : Math.min(600_000, Math.max(0, value)));
const mostOf = (values: readonly number[]): number | null => (values.length === 0 ? null : Math.max(...values));
