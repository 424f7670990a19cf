import type { ChannelWindow, StreamPosition, WorkspaceState } from '@parvis/client-sdk';
import { PROTOCOL_VERSION } from '@parvis/contracts/protocol';
import type { LocalDatabase } from './database.ts';

/** Raise the second number when `WorkspaceState` changes its shape. */
const VERSION = `${PROTOCOL_VERSION}.6`;
const WRITE_EVERY = 5_000;
const WINDOWS = 6;
const MESSAGES_PER_WINDOW = 400;

/** Keeps the last state in IndexedDB; its cursors say where to go on from. */
export class WorkspaceCache {
  private readonly database: LocalDatabase;
  private latest: WorkspaceState | null = null;
  private written: WorkspaceState | null = null;
  private recent: readonly string[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(database: LocalDatabase) {
    this.database = database;
  }

  async read(): Promise<WorkspaceState | null> {
    const row = await (await this.database.open()).get('cache', 'workspace');
    return row?.version === VERSION ? row.state : null;
  }

  /** `recent`: the channels and threads looked at last, latest first. */
  keep(state: WorkspaceState, recent: readonly string[]): void {
    this.latest = state;
    this.recent = recent;
    this.timer ??= setTimeout(() => void this.flush().catch(() => undefined), WRITE_EVERY);
  }

  async flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const state = this.latest;
    if (state === null || state === this.written) return;
    this.written = state;
    await (await this.database.open()).put('cache', { key: 'workspace', version: VERSION, state: compact(state, this.recent) });
  }

  stop(): void {
    clearTimeout(this.timer);
  }
}

/** Cursors instead of logs, and only the windows that a reload may show. */
function compact(state: WorkspaceState, recent: readonly string[]): WorkspaceState {
  const windows: Record<string, ChannelWindow> = {};
  for (const key of recent.slice(0, WINDOWS)) {
    const window = state.windows[key];
    if (window !== undefined && !window.stale && window.messages.length <= MESSAGES_PER_WINDOW) windows[key] = window;
  }
  const streams = Object.fromEntries(Object.entries(state.streams).map(([stream, position]) => [stream, restart(position)]));
  return { ...state, windows, streams, early: {} };
}

const restart = ({ cursor }: StreamPosition): StreamPosition => ({ cursor, target: cursor, buffered: [], retained: [], retainedFrom: cursor });
