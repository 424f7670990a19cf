import { expect, it } from 'vitest';
import { planListening, planPipes, withAddresses } from './listen-plan.ts';

const own = ['192.168.1.5', '2001:db8::5', '127.0.0.1', '::1'];
const udp = (plan: ReturnType<typeof planListening>) => plan.listenInfos.filter((info) => info.protocol === 'udp');

it('listens on each of the machine\'s IPv4 addresses when nothing is said', () => {
  const plan = planListening('0.0.0.0', [], 40_000, own);
  expect(udp(plan)).toEqual([{ protocol: 'udp', ip: '192.168.1.5', port: 40_000 }, { protocol: 'udp', ip: '127.0.0.1', port: 40_000 }]);
  expect(plan.listenInfos).toHaveLength(4);
});

it('stands behind addresses of others with one socket', () => {
  const plan = planListening('0.0.0.0', ['203.0.113.5', '192.168.1.5'], 40_000, own);
  expect(udp(plan)).toEqual([{ protocol: 'udp', ip: '0.0.0.0', port: 40_000, announcedAddress: '203.0.113.5' }]);
  expect(plan.alsoAt).toEqual(['192.168.1.5']);
});

it('keeps to a given host', () => {
  expect(udp(planListening('127.0.0.1', [], 0, own))).toEqual([{ protocol: 'udp', ip: '127.0.0.1', port: 0, announcedAddress: '127.0.0.1' }]);
});

it('tells further addresses as candidates of their own', () => {
  const candidate = { foundation: 'udpcandidate', priority: 1_076_302_079, ip: '203.0.113.5', address: '203.0.113.5', protocol: 'udp', port: 40_000, type: 'host' } as const;
  const [first, second] = withAddresses([candidate], ['192.168.1.5']);
  expect(first).toEqual(candidate);
  expect(second).toMatchObject({ address: '192.168.1.5', ip: '192.168.1.5', port: 40_000 });
  expect(second?.foundation).not.toBe(first?.foundation);
  expect(second?.priority).toBeLessThan(candidate.priority);
});

it('tells other hosts an address, never a name', () => {
  const ports = { min: 41_000, max: 41_009 };
  const addressOf = (address: string | undefined, announced: string[], host = '0.0.0.0') => planPipes(host, { address, announced, ports }, own).announcedAddress;
  expect(planPipes('0.0.0.0', { address: undefined, announced: [], ports }, own)).toEqual({ protocol: 'udp', ip: '0.0.0.0', portRange: ports, announcedAddress: '192.168.1.5' });
  expect(addressOf(undefined, ['media.example', '203.0.113.5'])).toBe('203.0.113.5');
  expect(addressOf('10.0.0.5', ['203.0.113.5'])).toBe('10.0.0.5');
  expect(addressOf(undefined, [], '127.0.0.1')).toBe('127.0.0.1');
});
