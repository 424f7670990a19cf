import { rememberedChoice } from './device-choice.ts';
import { emptyView } from './empty-view.ts';
import { Store } from './store.ts';
import type { DeviceChoice, DeviceList, Levels, MeetingView } from './types.ts';

/** What the screens look at: there before the engine itself is loaded. */
export interface EngineStores {
  readonly view: Store<MeetingView>;
  readonly levels: Store<Levels>;
  readonly devices: Store<DeviceList>;
  readonly choice: Store<DeviceChoice>;
}

export const newStores = (): EngineStores => ({
  view: new Store(emptyView),
  levels: new Store<Levels>({}),
  devices: new Store<DeviceList>({ microphones: [], cameras: [], speakers: [] }),
  choice: new Store(rememberedChoice()),
});
