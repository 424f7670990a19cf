import { Injectable } from '@nestjs/common';
import { type Dispatcher, request } from 'undici';
import { Config } from '../config/config.ts';
import { DestinationPolicy } from './destination-policy.ts';
import { guardedAgent, type GuardedAgentOptions } from './guarded-agent.ts';
import { OutgoingError } from './outgoing-error.ts';
import { type BodyLimits, readBody } from './read-body.ts';

export interface OutgoingOptions extends Partial<BodyLimits> {
  /** For everything together: names, connections, redirects, body. */
  timeoutMs?: number;
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

export interface OutgoingAnswer {
  /** After redirects. */
  url: URL;
  status: number;
  /** Lower case, without parameters; empty when not told. */
  mediaType: string;
  charset: string | null;
  bytes: Buffer;
  /** False when it was cut. */
  complete: boolean;
}

const DEFAULTS = { timeoutMs: 10_000, maxBytes: 1024 * 1024, cut: false };
const CONNECT_MS = 5_000;
const MOST_REDIRECTS = 5;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const USER_AGENT = 'Mozilla/5.0 (compatible; Parvis)';

/**
 * Fetches what people point at (OWASP: server-side request forgery). Goes to public addresses only,
 * checked after the names are resolved and on every redirect; bounded in time, bytes, decompression
 * and redirects; sends no cookie and keeps none.
 */
@Injectable()
export class Outgoing {
  private readonly policy: DestinationPolicy;
  private resolver: GuardedAgentOptions['resolver'];

  constructor(config: Config) {
    this.policy = new DestinationPolicy(config.outgoingAllow);
  }

  /** As if names were resolved by something else. */
  static resolvedBy(resolver: NonNullable<GuardedAgentOptions['resolver']>, config: Config): Outgoing {
    const outgoing = new Outgoing(config);
    outgoing.resolver = resolver;
    return outgoing;
  }

  /** @throws OutgoingError, and nothing else */
  async get(address: string | URL, options: OutgoingOptions = {}): Promise<OutgoingAnswer> {
    const { timeoutMs, maxBytes, cut } = { ...DEFAULTS, ...options };
    const deadline = AbortSignal.timeout(timeoutMs);
    const signal = options.signal ? AbortSignal.any([deadline, options.signal]) : deadline;
    const dispatcher = guardedAgent({ policy: this.policy, connectMs: Math.min(CONNECT_MS, timeoutMs), ...(this.resolver ? { resolver: this.resolver } : {}) });
    try {
      let url = parse(address);
      for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
        if (!this.policy.permitsUrl(url)) throw new OutgoingError('address');
        const answer = await request(url, {
          dispatcher, signal, method: 'GET',
          headers: { 'user-agent': USER_AGENT, 'accept-encoding': 'gzip, br, deflate', ...options.headers },
        });
        // Whoever reads it hears of errors; one that is left mustn't end the process.
        answer.body.on('error', () => undefined);
        if (REDIRECTS.has(answer.statusCode) && typeof answer.headers.location === 'string') {
          answer.body.destroy();
          url = parse(answer.headers.location, url);
          continue;
        }
        const body = await readBody(answer.body, headerOf(answer, 'content-encoding'), { maxBytes, cut });
        return { url, status: answer.statusCode, ...typeIn(headerOf(answer, 'content-type')), ...body };
      }
      throw new OutgoingError('redirects');
    } catch (error) {
      throw explain(error, deadline);
    } finally {
      await dispatcher.destroy();
    }
  }
}

function parse(address: string | URL, base?: URL): URL {
  const text = String(address);
  if (!URL.canParse(text, base?.href)) throw new OutgoingError('scheme');
  const url = new URL(text, base);
  if ((url.protocol !== 'http:' && url.protocol !== 'https:') || url.username !== '' || url.password !== '') throw new OutgoingError('scheme');
  return url;
}

const headerOf = (answer: Dispatcher.ResponseData, name: string): string => {
  const value = answer.headers[name];
  return typeof value === 'string' ? value : (value?.join(', ') ?? '');
};

function typeIn(header: string): { mediaType: string; charset: string | null } {
  const [mediaType = '', ...parameters] = header.split(';').map((part) => part.trim().toLowerCase());
  const charset = parameters.find((parameter) => parameter.startsWith('charset='))?.slice('charset='.length).replaceAll('"', '');
  return { mediaType, charset: charset ?? null };
}

function explain(error: unknown, deadline: AbortSignal): OutgoingError {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) if (cause instanceof OutgoingError) return cause;
  if (deadline.aborted || (error as { code?: string }).code === 'UND_ERR_CONNECT_TIMEOUT') return new OutgoingError('timeout');
  return new OutgoingError('failed', { cause: error });
}
