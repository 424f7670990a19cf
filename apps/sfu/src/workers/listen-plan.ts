import { isIP } from 'node:net';
import { networkInterfaces } from 'node:os';
import type { types } from 'mediasoup';

export interface ListenPlan {
  readonly listenInfos: types.TransportListenInfo[];
  /** Where clients are told that the first one's socket is, too. */
  readonly alsoAt: readonly string[];
}

const WILDCARDS = new Set(['0.0.0.0', '::']);

/**
 * Where a worker listens, by UDP and TCP on one port. Addresses that are the machine's own get a
 * socket each, so that an answer leaves by the address that was asked; with others (NAT, containers)
 * one socket on the given host stands for all of them.
 */
export function planListening(host: string, announced: readonly string[], port: number, own: readonly string[] = ownAddresses()): ListenPlan {
  const known = new Set(own);
  const wanted = announced.length > 0 ? announced : own.filter((address) => !address.includes(':'));
  if (WILDCARDS.has(host) && wanted.length > 0 && wanted.every((address) => known.has(address))) {
    return { listenInfos: wanted.flatMap((ip) => both({ ip, port })), alsoAt: [] };
  }
  const [announcedAddress, ...alsoAt] = announced.length > 0 ? announced : WILDCARDS.has(host) ? wanted : [host];
  return { listenInfos: both({ ip: host, port, announcedAddress }), alsoAt };
}

interface PipePlan {
  /** Where other hosts are told that it is; by default the first announced one that is an address, not a name. */
  readonly address: string | undefined;
  readonly announced: readonly string[];
  readonly ports: { readonly min: number; readonly max: number };
}

/** Where a worker takes what other media hosts send. */
export function planPipes(host: string, { address, announced, ports }: PipePlan, own: readonly string[] = ownAddresses()): types.TransportListenInfo {
  const first = WILDCARDS.has(host) ? own.find((candidate) => !candidate.includes(':')) : host;
  const announcedAddress = address ?? announced.find((candidate) => isIP(candidate) !== 0) ?? first;
  return { protocol: 'udp', ip: host, portRange: { ...ports }, ...(announcedAddress !== undefined && { announcedAddress }) };
}

function both(info: { ip: string; port: number; announcedAddress?: string }): types.TransportListenInfo[] {
  return [{ protocol: 'udp', ...info }, { protocol: 'tcp', ...info }];
}

/** Of all interfaces, those to the outside first. Link-local ones need a zone that candidates can't bear. */
function ownAddresses(): string[] {
  const all = Object.values(networkInterfaces()).flatMap((entries) => entries ?? []);
  return all.filter((entry) => !/^fe80:/i.test(entry.address)).sort((a, b) => Number(a.internal) - Number(b.internal)).map((entry) => entry.address);
}

/** The candidates with those of other addresses that lead to the same socket, in falling priority (RFC 8445, 5.1.2). */
export function withAddresses(candidates: readonly types.IceCandidate[], addresses: readonly string[]): types.IceCandidate[] {
  const others = addresses.flatMap((address, index) => candidates.map((candidate, at) => ({
    ...candidate, ip: address, address, foundation: `${candidate.foundation}-${index}-${at}`.slice(0, 32), priority: candidate.priority - 256 * (index + 1),
  })));
  return [...candidates, ...others];
}
