import { connectionQualitySchema } from '@parvis/contracts';
import { expect, it } from 'vitest';
import { countersOf, qualityBetween } from './connection-quality.ts';

const pair = (bytesSent: number, bytesReceived: number, rtt: number) => ({ type: 'candidate-pair', state: 'succeeded', nominated: true, bytesSent, bytesReceived, currentRoundTripTime: rtt });
const inbound = (packetsReceived: number, packetsLost: number, jitter: number) => ({ type: 'inbound-rtp', kind: 'audio', packetsReceived, packetsLost, jitter });

it('says rates, loss and delays between two looks', () => {
  const before = countersOf([pair(0, 0, 0.02), inbound(0, 0, 0.001)], 0);
  const now = countersOf([pair(125_000, 0, 0.02), pair(0, 250_000, 0.05), inbound(90, 10, 0.003)], 5_000);
  const quality = qualityBetween(before, now);
  expect(quality).toEqual({ rtt: 50, jitter: 3, loss: 10, sendKbps: 200, receiveKbps: 400 });
  expect(connectionQualitySchema.parse(quality)).toEqual(quality);
});

it('says nothing of what began anew between', () => {
  const quality = qualityBetween(countersOf([pair(9_000, 9_000, 0.1), inbound(500, 3, 0)], 0), countersOf([pair(10, 10, 0.1), inbound(5, 0, 0)], 5_000));
  expect(quality).toMatchObject({ loss: null, sendKbps: null, receiveKbps: null });
});
