import { Injectable } from '@nestjs/common';
import type { IceServer } from '@parvis/contracts';
import { createHmac } from 'node:crypto';
import { Config } from '../../platform/config/config.ts';

const VALID_SECONDS = 12 * 60 * 60;

/** What a device may go through to reach media hosts. */
@Injectable()
export class IceServers {
  constructor(private readonly config: Config) {}

  /** With credentials that expire, as coturn's `use-auth-secret` checks them (draft-uberti-behave-turn-rest-00). */
  forParticipant(participantId: string, now = Date.now()): IceServer[] {
    const { turnUrls, turnSecret } = this.config;
    const isStun = (url: string) => /^stuns?:/.test(url);
    const [stun, turn] = [turnUrls.filter(isStun), turnUrls.filter((url) => !isStun(url))];
    const servers: IceServer[] = stun.length > 0 ? [{ urls: stun }] : [];
    if (turn.length === 0 || turnSecret === undefined) return servers;
    const username = `${Math.floor(now / 1000) + VALID_SECONDS}:${participantId}`;
    return [...servers, { urls: turn, username, credential: createHmac('sha1', turnSecret).update(username).digest('base64') }];
  }
}
