import { lookup as resolve, type LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { Agent, buildConnector } from 'undici';
import type { DestinationPolicy } from './destination-policy.ts';
import { OutgoingError } from './outgoing-error.ts';

export interface GuardedAgentOptions {
  policy: DestinationPolicy;
  connectMs: number;
  /** Instead of the system's resolver, in tests. */
  resolver?: typeof resolve;
}

/**
 * Opens connections only where the policy lets it, judged by the very addresses that are then
 * connected to: a name that resolves to something else a moment later changes nothing.
 */
export function guardedAgent({ policy, connectMs, resolver = resolve }: GuardedAgentOptions): Agent {
  const lookup: LookupFunction = (host, options, done) => {
    resolver(host, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
      if (error) {
        done(error, '', 0);
        return;
      }
      const first = addresses[0];
      if (!first || addresses.some(({ address }) => !policy.permitsAddress(host, address))) {
        done(new OutgoingError('address'), '', 0);
        return;
      }
      if (options.all) done(null, addresses);
      else done(null, first.address, first.family);
    });
  };
  const connect = buildConnector({ lookup, timeout: connectMs, allowH2: false });
  return new Agent({
    allowH2: false,
    connect: (options, callback) => {
      const url = new URL(`${options.protocol}//${options.host ?? options.hostname}`);
      if (!policy.permitsUrl(url)) callback(new OutgoingError('address'), null);
      else connect(options, callback);
    },
  });
}
