import ipaddr from 'ipaddr.js';

/** What one party holds: an IPv4 address, or the /64 that an IPv6 address is in. */
export function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const parsed = ipaddr.process(address);
  if (parsed.kind() === 'ipv4') return parsed.toString();
  const hextets = (parsed as ipaddr.IPv6).parts;
  return `${hextets.slice(0, 4).map((part) => part.toString(16)).join(':')}::/64`;
}
