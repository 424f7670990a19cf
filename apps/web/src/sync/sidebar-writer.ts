import { ApiProblem, type StreamClient } from '@parvis/client-sdk';
import type { Sidebar } from '@parvis/contracts';
import { Listeners } from './listeners.ts';

/** Must be possible on any order: another device may have changed it meanwhile. */
export type SidebarChange = (sections: Sidebar['sections']) => Sidebar['sections'];

const RETRY = 5_000;

/**
 * Changes of my own order of conversations: shown at once, sent one after the other. Where another
 * device was faster, they are made again on what that one made.
 */
export class SidebarWriter {
  readonly listeners = new Listeners();
  private readonly client: StreamClient;
  private waiting: readonly SidebarChange[] = [];
  private sending = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private shown: { sidebar: Sidebar; waiting: readonly SidebarChange[]; sections: Sidebar['sections'] } | null = null;

  constructor(client: StreamClient) {
    this.client = client;
  }

  /** With what isn't sent yet; the same until it changes. */
  get sections(): Sidebar['sections'] {
    const sidebar = this.client.state?.sidebar ?? { version: 0, sections: [] };
    if (this.shown?.sidebar === sidebar && this.shown.waiting === this.waiting) return this.shown.sections;
    const sections = this.waiting.reduce((made, change) => change(made), sidebar.sections);
    this.shown = { sidebar, waiting: this.waiting, sections };
    return sections;
  }

  change(change: SidebarChange): void {
    this.waiting = [...this.waiting, change];
    this.listeners.tell();
    void this.send();
  }

  stop(): void {
    clearTimeout(this.timer);
    this.waiting = [];
  }

  private async send(): Promise<void> {
    const sidebar = this.client.state?.sidebar;
    const count = this.waiting.length;
    if (this.sending || sidebar === undefined || count === 0) return;
    this.sending = true;
    clearTimeout(this.timer);
    let done = true;
    try {
      const answer = await this.client.api.call('updateSidebar', { body: { version: sidebar.version, sections: this.sections } });
      this.client.update((state) => (state.sidebar.version < answer.version ? { ...state, sidebar: answer } : state));
    } catch (error) {
      done = error instanceof ApiProblem && error.status < 500 && error.code !== 'version_conflict';
      // The other device's change is on its way; should its event be lost, this finds it.
      if (error instanceof ApiProblem && error.code === 'version_conflict') this.client.resynchronise();
    } finally {
      this.sending = false;
    }
    if (done) this.waiting = this.waiting.slice(count);
    this.listeners.tell();
    if (this.waiting.length === 0) return;
    if (done) void this.send();
    else this.waitForNewer(sidebar.version);
  }

  private waitForNewer(version: number): void {
    const again = () => {
      stop();
      clearTimeout(this.timer);
      void this.send();
    };
    const stop = this.client.subscribe(() => {
      if ((this.client.state?.sidebar.version ?? version) !== version) again();
    });
    this.timer = setTimeout(again, RETRY);
  }
}
