import ipaddr from 'ipaddr.js';
import { ConfigError } from '../config/config.ts';

type Address = ipaddr.IPv4 | ipaddr.IPv6;

const DEFAULT_PORTS: Record<string, number> = { 'http:': 80, 'https:': 443 };

/** Deprecated or of networks inside other networks; the library counts them among the public ones. */
const ALSO_PRIVATE = ['fec0::/10', '5f00::/16', '100::/64', '2001:2::/48'].map((range) => ipaddr.parseCIDR(range));

/**
 * Whether an address belongs to the open internet. Forms that carry an IPv4 address inside (mapped,
 * translated, 6to4, Teredo) never do: what they lead to depends on routers that we don't know.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  return parsed.range() === 'unicast' && !ALSO_PRIVATE.some((range) => inRange(parsed, range));
}

const inRange = (address: Address, [network, bits]: [Address, number]): boolean => {
  if (network instanceof ipaddr.IPv4) return address instanceof ipaddr.IPv4 && address.match(network, bits);
  return address instanceof ipaddr.IPv6 && address.match(network, bits);
};

/** Host names and literals in URLs, as one form: lower case, no brackets, no final dot. */
const canonical = (host: string): string => host.toLowerCase().replace(/^\[(.*)\]$/, '$1').replace(/\.$/, '');

/** Where requests on people's behalf may go: the open internet on the usual ports, and what an admin allows besides. */
export class DestinationPolicy {
  private readonly ranges: [Address, number][] = [];
  /** Host -> ports; no port named means the usual ones. */
  private readonly hosts = new Map<string, Set<number>>();

  /** @throws ConfigError for an entry that is neither a host, `host:port` nor a range */
  constructor(allowed: readonly string[] = []) {
    for (const entry of allowed) this.allow(entry);
  }

  /** Before anything is resolved or opened. */
  permitsUrl(url: URL): boolean {
    if (!Object.hasOwn(DEFAULT_PORTS, url.protocol) || url.username !== '' || url.password !== '') return false;
    const host = canonical(url.hostname);
    return this.permitsPort(host, portOf(url)) && (!ipaddr.isValid(host) || this.permitsAddress(host, host));
  }

  /** Of an address that a host's name led to. */
  permitsAddress(host: string, address: string): boolean {
    if (isPublicAddress(address) || this.hosts.has(canonical(host))) return true;
    if (!ipaddr.isValid(address)) return false;
    const parsed = ipaddr.parse(address);
    return this.ranges.some((range) => inRange(parsed, range));
  }

  private permitsPort(host: string, port: number): boolean {
    const ports = this.hosts.get(host);
    return ports && ports.size > 0 ? ports.has(port) : port === 80 || port === 443;
  }

  private allow(entry: string): void {
    if (ipaddr.isValidCIDR(entry)) {
      this.ranges.push(ipaddr.parseCIDR(entry));
      return;
    }
    const bare = ipaddr.IPv6.isValid(entry) ? `[${entry}]` : entry;
    // A scheme that has no default port, so that each port stays in the URL.
    const url = URL.canParse(`none://${bare}`) ? new URL(`none://${bare}`) : null;
    if (!url || url.pathname !== '' || url.search !== '' || url.hash !== '' || url.username !== '' || url.hostname === '') {
      throw new ConfigError(`PARVIS_OUTGOING_ALLOW: ${entry} is no host, host:port or range`);
    }
    const host = canonical(url.hostname);
    const ports = this.hosts.get(host) ?? new Set();
    if (url.port !== '') ports.add(Number(url.port));
    this.hosts.set(host, ports);
  }
}

const portOf = (url: URL): number => (url.port === '' ? (DEFAULT_PORTS[url.protocol] ?? 0) : Number(url.port));
