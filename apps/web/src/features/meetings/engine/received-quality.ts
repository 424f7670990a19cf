export interface ReceivedQuality {
  readonly kbps: number | null;
  readonly loss: number | null;
  readonly width: number | null;
  readonly height: number | null;
  readonly fps: number | null;
}

export interface ReceivedCounters {
  readonly at: number;
  readonly bytes: number;
  readonly packets: number;
  readonly lost: number;
  readonly width: number | null;
  readonly height: number | null;
  readonly fps: number | null;
}

interface Inbound {
  type: string;
  bytesReceived?: number;
  packetsReceived?: number;
  packetsLost?: number;
  frameWidth?: number;
  frameHeight?: number;
  framesPerSecond?: number;
}

/** Of one track's `inbound-rtp` (W3C webrtc-stats). */
export function receivedCounters(reports: Iterable<unknown>, at: number): ReceivedCounters {
  const inbound = [...(reports as Iterable<Inbound>)].find(({ type }) => type === 'inbound-rtp');
  return {
    at, bytes: inbound?.bytesReceived ?? 0, packets: inbound?.packetsReceived ?? 0, lost: inbound?.packetsLost ?? 0,
    width: inbound?.frameWidth ?? null, height: inbound?.frameHeight ?? null, fps: inbound?.framesPerSecond ?? null,
  };
}

/** Rates need two looks: with the first one there are none yet. */
export function receivedBetween(before: ReceivedCounters | undefined, now: ReceivedCounters): ReceivedQuality {
  const { width, height, fps } = now;
  if (before === undefined || now.at <= before.at) return { kbps: null, loss: null, width, height, fps };
  const arrived = now.packets - before.packets;
  const missing = Math.max(0, now.lost - before.lost);
  return {
    kbps: Math.round(((now.bytes - before.bytes) * 8) / (now.at - before.at)),
    loss: arrived + missing <= 0 ? null : (missing / (arrived + missing)) * 100, width, height, fps,
  };
}
