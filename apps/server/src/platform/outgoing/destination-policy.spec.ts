import { describe, expect, it } from 'vitest';
import { ConfigError } from '../config/config.ts';
import { DestinationPolicy, isPublicAddress } from './destination-policy.ts';

describe('addresses', () => {
  it.each([
    '127.0.0.1', '127.8.8.8', '0.0.0.0', '0.1.2.3', '10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1', '169.254.169.254', '100.64.0.1',
    '100.127.255.255', '192.0.0.1', '192.0.2.1', '198.18.0.1', '198.51.100.1', '203.0.113.1', '224.0.0.1', '240.0.0.1', '255.255.255.255',
    '::', '::1', '::ffff:127.0.0.1', '::ffff:8.8.8.8', '::ffff:0:127.0.0.1', '::127.0.0.1', '64:ff9b::7f00:1', '64:ff9b::a9fe:a9fe', '64:ff9b:1::1',
    'fe80::1', 'fec0::1', 'fc00::1', 'fd00:ec2::254', 'ff02::1', '2002:7f00:1::', '2001::1', '2001:db8::1', '3fff::1', '100::1', '5f00::1', 'nonsense', '',
  ])('%j is not on the open internet', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it.each(['1.1.1.1', '8.8.8.8', '93.184.216.34', '172.32.0.1', '100.128.0.1', '2606:4700:4700::1111', '2a00:1450:4007:80e::200e'])('%j is', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });
});

describe('URLs', () => {
  const policy = new DestinationPolicy(['intranet.corp', 'wiki.corp:8080', '127.0.0.1:9000', '[::1]:9000', '10.20.0.0/16', 'fd12::/16', 'printer.corp:80']);
  const permits = (url: string) => policy.permitsUrl(new URL(url));

  it.each([
    'http://example.org/', 'https://example.org/', 'https://8.8.8.8/', 'http://[2606:4700:4700::1111]/', 'http://intranet.corp/', 'https://INTRANET.corp./',
    'http://wiki.corp:8080/', 'http://127.0.0.1:9000/', 'http://[::1]:9000/', 'http://10.20.3.4/', 'https://[fd12::1]/', 'http://printer.corp/',
  ])('%s may be asked for', (url) => {
    expect(permits(url)).toBe(true);
  });

  it.each([
    'ftp://example.org/', 'file:///etc/passwd', 'gopher://example.org/', 'data:text/html,x', 'http://me:secret@example.org/', 'http://example.org:22/',
    'http://127.0.0.1/', 'http://2130706433/', 'http://0x7f.1/', 'http://0177.0.0.1/', 'http://127.1/', 'http://[::1]/', 'http://[::ffff:127.0.0.1]/',
    'http://169.254.169.254/latest/meta-data/', 'http://10.21.0.1/', 'http://10.20.3.4:8080/', 'http://wiki.corp/', 'http://intranet.corp:8080/', 'https://printer.corp/',
    'http://①②⑦.0.0.1/',
  ])('%s may not', (url) => {
    expect(permits(url)).toBe(false);
  });

  it('lets a name lead inside only when the name or the range is allowed', () => {
    expect(policy.permitsAddress('intranet.corp', '10.0.0.1')).toBe(true);
    expect(policy.permitsAddress('anything.example', '10.20.0.1')).toBe(true);
    expect(policy.permitsAddress('anything.example', '10.0.0.1')).toBe(false);
    expect(policy.permitsAddress('sub.intranet.corp', '10.0.0.1')).toBe(false);
  });

  it.each(['http://host', 'host/path', 'a b', 'host:port', '10.0.0.0/40', 'user@host'])('names an entry that means nothing: %j', (entry) => {
    expect(() => new DestinationPolicy([entry])).toThrow(ConfigError);
  });
});
