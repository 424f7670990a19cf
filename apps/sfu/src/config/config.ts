import { readFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { en } from 'zod/locales';
import * as z from 'zod/mini';

/** By itself zod/mini says "Invalid input" of everything. */
const explain = (): void => void z.config(en());

const port = (fallback: number) => z._default(z.coerce.number().check(z.int(), z.minimum(0), z.maximum(65_535)), fallback);

const DAY_MS = 24 * 3_600_000;

const environment = z.object({
  PARVIS_SFU_HOST: z._default(z.string(), '127.0.0.1'),
  PARVIS_SFU_PORT: port(3010),
  /** Shared with the servers. */
  PARVIS_SFU_SECRET: z.string().check(z.minLength(16, 'must have at least 16 characters')),
  /** Worker i listens on this port + i, UDP and TCP; 0: wherever the system lets it. */
  PARVIS_SFU_RTC_PORT: port(40_000),
  PARVIS_SFU_RTC_HOST: z._default(z.union([z.ipv4(), z.ipv6()]), '0.0.0.0'),
  /** What clients are told to reach us at, comma-separated; by default the machine's own IPv4 addresses. */
  PARVIS_SFU_ANNOUNCED_ADDRESSES: z._default(z.string(), ''),
  /** Where other media hosts send what a meeting on both has to share: this machine's address among them. */
  PARVIS_SFU_PIPE_ADDRESS: z.optional(z.union([z.ipv4(), z.ipv6()])),
  /** UDP ports for that, first and last. */
  PARVIS_SFU_PIPE_PORTS: z._default(z.string().check(z.regex(/^\d{1,5}-\d{1,5}$/, 'must be two ports, as 41000-41999')), '41000-41999'),
  PARVIS_SFU_WORKERS: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(256)), availableParallelism()),
  PARVIS_SFU_WORKER_BIN: z.optional(z.string()),
  /** Why that file is not there and will not come, where whoever starts us knows. */
  PARVIS_SFU_WORKER_MISSING: z.optional(z.string()),
  /** Consumers that a worker takes before a meeting spreads to another one. */
  PARVIS_SFU_WORKER_CONSUMERS: z._default(z.coerce.number().check(z.int(), z.minimum(1)), 400),
  PARVIS_SFU_RECORDINGS_DIR: z._default(z.string(), path.join(tmpdir(), 'parvis-recordings')),
  /** Days that a recording is kept which no server asks for. A server tries for a day. */
  PARVIS_SFU_RECORDINGS_DAYS: z._default(z.coerce.number().check(z.minimum(2), z.maximum(3_650)), 7),
  /** Folder of GStreamer's programs; empty: in PATH. */
  PARVIS_SFU_GSTREAMER: z._default(z.string(), ''),
  /** How long a host that drains waits for its meetings to have moved: containers are given a minute to end. */
  PARVIS_SFU_DRAIN_SECONDS: z._default(z.coerce.number().check(z.minimum(0)), 50),
  PARVIS_LOG_LEVEL: z._default(z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']), 'info'),
});

/** A setting that cannot be used, said in one line. */
export class ConfigError extends Error {}

/** The settings of a media host. */
export interface Config {
  readonly host: string;
  readonly port: number;
  readonly secret: string;
  readonly rtcPort: number;
  readonly rtcHost: string;
  /** Empty: the machine's own. */
  readonly announcedAddresses: readonly string[];
  /** Undefined: the first announced one. */
  readonly pipeAddress: string | undefined;
  readonly pipePorts: { readonly min: number; readonly max: number };
  readonly workers: number;
  /** Undefined: where mediasoup's package has it. */
  readonly workerBin: string | undefined;
  readonly workerMissing: string | undefined;
  readonly workerConsumers: number;
  readonly recordingsDirectory: string;
  readonly recordingsKeptMs: number;
  readonly gstreamer: string;
  readonly drainMs: number;
  readonly logLevel: string;
}

/** @throws ConfigError that names the variable. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  explain();
  const parsed = environment.safeParse(withFiles(env));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new ConfigError(`${issue?.path.join('.') ?? 'settings'}: ${issue?.message ?? 'invalid'}`);
  }
  const values = parsed.data;
  return {
    host: values.PARVIS_SFU_HOST,
    port: values.PARVIS_SFU_PORT,
    secret: values.PARVIS_SFU_SECRET,
    rtcPort: values.PARVIS_SFU_RTC_PORT,
    rtcHost: values.PARVIS_SFU_RTC_HOST,
    announcedAddresses: values.PARVIS_SFU_ANNOUNCED_ADDRESSES.split(',').map((entry) => entry.trim()).filter(Boolean),
    pipeAddress: values.PARVIS_SFU_PIPE_ADDRESS,
    pipePorts: readPorts(values.PARVIS_SFU_PIPE_PORTS),
    workers: values.PARVIS_SFU_WORKERS,
    workerBin: values.PARVIS_SFU_WORKER_BIN,
    workerMissing: values.PARVIS_SFU_WORKER_MISSING,
    workerConsumers: values.PARVIS_SFU_WORKER_CONSUMERS,
    recordingsDirectory: path.resolve(values.PARVIS_SFU_RECORDINGS_DIR),
    recordingsKeptMs: values.PARVIS_SFU_RECORDINGS_DAYS * DAY_MS,
    gstreamer: values.PARVIS_SFU_GSTREAMER,
    drainMs: values.PARVIS_SFU_DRAIN_SECONDS * 1000,
    logLevel: values.PARVIS_LOG_LEVEL,
  };
}

function readPorts(text: string): Config['pipePorts'] {
  const [min = 0, max = 0] = text.split('-').map(Number);
  if (min < 1 || max > 65_535 || min > max) throw new ConfigError('PARVIS_SFU_PIPE_PORTS: must be two ports, the lower one first');
  return { min, max };
}

/** What a variable says, or what the file that `<NAME>_FILE` names holds (container secrets); empty is missing. */
function withFiles(env: NodeJS.ProcessEnv): Record<string, string | undefined> {
  return Object.fromEntries(Object.keys(environment.def.shape).map((name) => {
    const file = env[`${name}_FILE`];
    return [name, (file ? readSecret(name, file) : env[name]) || undefined];
  }));
}

function readSecret(name: string, file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    throw new ConfigError(`${name}_FILE: ${file} cannot be read (${(error as NodeJS.ErrnoException).code ?? 'error'})`);
  }
}
