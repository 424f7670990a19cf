import { LIMITS } from '@parvis/contracts';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod/mini';
import { explainValidation } from './validation-messages.ts';

explainValidation();

export const ROLES = ['api', 'realtime', 'worker'] as const;
export type Role = (typeof ROLES)[number];

const listIn = (value: string): string[] => value.split(',').map((entry) => entry.trim()).filter(Boolean);
const isHttpUrl = (value: string): boolean => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol);

const url = z.optional(z.string().check(z.refine((value) => URL.canParse(value), 'must be a URL')));

const environment = z.object({
  PARVIS_PORT: z._default(z.coerce.number().check(z.int(), z.minimum(0), z.maximum(65_535)), 3000),
  PARVIS_HOST: z.optional(z.string()),
  PARVIS_DATA_DIR: z._default(z.string(), './data'),
  PARVIS_PUBLIC_URL: url,
  /** Addresses or ranges of the reverse proxies whose X-Forwarded-* headers count, comma-separated. */
  PARVIS_TRUSTED_PROXIES: z._default(z.string(), ''),
  PARVIS_LOG_LEVEL: z._default(z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']), 'info'),
  PARVIS_ADMIN_EMAIL: z.optional(z.email()),
  PARVIS_ADMIN_PASSWORD: z.optional(z.string()),
  PARVIS_ORGANISATION: z.optional(z.string()),
  PARVIS_SMTP_URL: url,
  PARVIS_SMTP_FROM: z._default(z.string(), 'Parvis <parvis@localhost>'),
  PARVIS_DATABASE_POOL: z._default(z.coerce.number().check(z.int(), z.minimum(2), z.maximum(500)), 20),
  PARVIS_VALIDATE_RESPONSES: z._default(z.enum(['0', '1']), '0'),
  /** Bytes of one uploaded file. */
  PARVIS_UPLOAD_MAX_BYTES: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(Number.MAX_SAFE_INTEGER)), LIMITS.uploadBytes),
  /** Bytes of one person's uploads under way, and of their files that no message has taken. */
  PARVIS_UPLOAD_UNSENT_MAX_BYTES: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(Number.MAX_SAFE_INTEGER)), 50 * 1024 ** 3),
  /** A document in the trash goes for good after so many days. */
  PARVIS_DOCUMENT_TRASH_DAYS: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(36_500)), 30),
  /** What documents were in the last so many days can be looked at and brought back. */
  PARVIS_DOCUMENT_HISTORY_DAYS: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(36_500)), 365),
  /** Changes that one person may make at once, and then each second; 0 each second: as many as they like. */
  PARVIS_WRITES_BURST: z._default(z.coerce.number().check(z.int(), z.minimum(1)), 400),
  PARVIS_WRITES_PER_SECOND: z._default(z.coerce.number().check(z.minimum(0)), 20),
  /** Hosts (`host`, `host:port`) and ranges that requests on people's behalf may go to although they are private, comma-separated. */
  PARVIS_OUTGOING_ALLOW: z._default(z.string(), ''),
  /** Addresses of the media hosts, comma-separated: `http://host:port`. None: no meetings. */
  PARVIS_SFU_URLS: z._default(z.string().check(z.refine((value) => listIn(value).every(isHttpUrl), 'must be http:// addresses')), ''),
  /** Shared with the media hosts; without it, the file `sfu-secret` in the data folder. */
  PARVIS_SFU_SECRET: z.optional(z.string().check(z.minLength(16))),
  /** What devices behind a strict firewall go through, comma-separated: `turn:host:port`, `turns:host:port`, `stun:host:port`. */
  PARVIS_TURN_URLS: z._default(z.string(), ''),
  /** coturn's `static-auth-secret`. */
  PARVIS_TURN_SECRET: z.optional(z.string()),
  PARVIS_MEETING_MAX_PARTICIPANTS: z._default(z.coerce.number().check(z.int(), z.minimum(2), z.maximum(1_000)), LIMITS.meetingParticipants),
  DATABASE_URL: url,
  REDIS_URL: url,
});

/** What a variable says, or what the file that `<NAME>_FILE` names holds (container secrets). */
function withFiles(env: NodeJS.ProcessEnv): Record<string, string | undefined> {
  const values: Record<string, string | undefined> = {};
  for (const name of Object.keys(environment.def.shape)) {
    const file = env[`${name}_FILE`];
    values[name] = (file ? readSecret(name, file) : env[name]) || undefined;
  }
  return values;
}

function readSecret(name: string, file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    throw new ConfigError(`${name}_FILE: ${file} cannot be read (${(error as NodeJS.ErrnoException).code ?? 'error'})`);
  }
}

/** A setting that cannot be used, said in one line. */
export class ConfigError extends Error {}

/** The settings of this process, read once from the environment. */
export class Config {
  readonly port: number;
  readonly host: string;
  readonly dataDirectory: string;
  /** Origin that people reach us at, without a trailing slash. */
  readonly publicUrl: string;
  readonly secureCookies: boolean;
  readonly trustedProxies: string[];
  readonly logLevel: string;
  readonly adminEmail: string | undefined;
  readonly adminPassword: string | undefined;
  readonly organisationName: string | undefined;
  readonly smtpUrl: string | undefined;
  readonly smtpFrom: string;
  readonly databaseUrl: string | undefined;
  readonly databasePool: number;
  readonly redisUrl: string | undefined;
  readonly validateResponses: boolean;
  readonly uploadMaxBytes: number;
  readonly uploadUnsentMaxBytes: number;
  readonly documentTrashDays: number;
  readonly documentHistoryDays: number;
  readonly writesBurst: number;
  readonly writesPerSecond: number;
  readonly outgoingAllow: string[];
  readonly sfuUrls: string[];
  /** Undefined: it is in the data folder. */
  readonly sfuSecret: string | undefined;
  readonly turnUrls: string[];
  readonly turnSecret: string | undefined;
  readonly meetingMaxParticipants: number;
  readonly roles: ReadonlySet<Role>;

  constructor(env: NodeJS.ProcessEnv = process.env, args: readonly string[] = process.argv.slice(2)) {
    const parsed = environment.safeParse(withFiles(env));
    if (!parsed.success) {
      const issue = parsed.error.issues[0];
      throw new ConfigError(`${issue?.path.join('.') ?? 'settings'}: ${issue?.message ?? 'invalid'}`);
    }
    const values = parsed.data;
    this.port = values.PARVIS_PORT;
    this.host = values.PARVIS_HOST ?? '0.0.0.0';
    this.dataDirectory = path.resolve(values.PARVIS_DATA_DIR);
    this.publicUrl = new URL(values.PARVIS_PUBLIC_URL ?? `http://localhost:${values.PARVIS_PORT}`).origin;
    this.secureCookies = this.publicUrl.startsWith('https:');
    this.trustedProxies = listIn(values.PARVIS_TRUSTED_PROXIES);
    this.logLevel = values.PARVIS_LOG_LEVEL;
    this.adminEmail = values.PARVIS_ADMIN_EMAIL;
    this.adminPassword = values.PARVIS_ADMIN_PASSWORD;
    this.organisationName = values.PARVIS_ORGANISATION;
    this.smtpUrl = values.PARVIS_SMTP_URL;
    this.smtpFrom = values.PARVIS_SMTP_FROM;
    this.databaseUrl = values.DATABASE_URL;
    this.databasePool = values.PARVIS_DATABASE_POOL;
    this.redisUrl = values.REDIS_URL;
    this.validateResponses = values.PARVIS_VALIDATE_RESPONSES === '1';
    this.uploadMaxBytes = values.PARVIS_UPLOAD_MAX_BYTES;
    // One file of the largest size must pass.
    this.uploadUnsentMaxBytes = Math.max(values.PARVIS_UPLOAD_UNSENT_MAX_BYTES, this.uploadMaxBytes);
    this.documentTrashDays = values.PARVIS_DOCUMENT_TRASH_DAYS;
    this.documentHistoryDays = values.PARVIS_DOCUMENT_HISTORY_DAYS;
    this.writesBurst = values.PARVIS_WRITES_BURST;
    this.writesPerSecond = values.PARVIS_WRITES_PER_SECOND;
    this.outgoingAllow = listIn(values.PARVIS_OUTGOING_ALLOW);
    this.sfuUrls = listIn(values.PARVIS_SFU_URLS).map((address) => new URL(address).origin);
    this.sfuSecret = values.PARVIS_SFU_SECRET;
    this.turnUrls = listIn(values.PARVIS_TURN_URLS);
    this.turnSecret = values.PARVIS_TURN_SECRET;
    this.meetingMaxParticipants = values.PARVIS_MEETING_MAX_PARTICIPANTS;
    this.roles = rolesFrom(args);
    if (!this.roles.has('realtime') && !this.redisUrl) throw new ConfigError('--roles: without realtime, REDIS_URL must name the Redis that leads to it');
  }
}

function rolesFrom(args: readonly string[]): ReadonlySet<Role> {
  const given = args.find((argument) => argument.startsWith('--roles='))?.slice('--roles='.length);
  if (!given) return new Set(ROLES);
  const roles = given.split(',');
  for (const role of roles) {
    if (!ROLES.includes(role as Role)) throw new ConfigError(`--roles: ${role} is none of ${ROLES.join(', ')}`);
  }
  return new Set(roles as Role[]);
}
