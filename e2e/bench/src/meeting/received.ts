import type { Page } from '@playwright/test';

/** What a page received so far of one track (W3C webrtc-stats); of pictures or of a voice. */
export interface ReceivedTrack {
  id: string;
  kind: 'audio' | 'video';
  frames: number;
  freezes: number;
  /** Seconds. */
  frozen: number;
  samples: number;
  /** Made up for want of packets, silence left out. */
  concealed: number;
}

declare global {
  interface Window {
    benchConnections: RTCPeerConnection[];
  }
}

/** Serialised into a page before its own scripts run. */
export function keepConnections(): void {
  const Original = window.RTCPeerConnection;
  window.benchConnections = [];
  window.RTCPeerConnection = class extends Original {
    constructor(configuration?: RTCConfiguration) {
      super(configuration);
      window.benchConnections.push(this);
    }
  };
}

/** Of those that are shown or played now: connections keep the statistics of what came before. */
export const received = (page: Page): Promise<ReceivedTrack[]> => page.evaluate(async () => {
  const found: ReceivedTrack[] = [];
  const elements = [...document.querySelectorAll<HTMLMediaElement>('[data-participant] video:not([data-mirrored]), audio[data-participant]')];
  const present = new Set(elements.flatMap(({ srcObject }) => (srcObject as MediaStream | null)?.getTracks() ?? []).map(({ id }) => id));
  for (const connection of window.benchConnections) {
    if (connection.connectionState !== 'connected') continue;
    for (const report of [...((await connection.getStats()) as unknown as Map<string, Record<string, number | string>>).values()]) {
      if (report['type'] !== 'inbound-rtp' || !present.has(String(report['trackIdentifier']))) continue;
      const number = (name: string): number => Number(report[name] ?? 0);
      found.push({
        id: String(report['trackIdentifier']), kind: report['kind'] as 'audio' | 'video', frames: number('framesDecoded'), freezes: number('freezeCount'), frozen: number('totalFreezesDuration'),
        samples: number('totalSamplesReceived'), concealed: number('concealedSamples') - number('silentConcealedSamples'),
      });
    }
  }
  return found;
});
