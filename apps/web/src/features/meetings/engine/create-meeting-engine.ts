import type { StreamClient } from '@parvis/client-sdk';
import { newStores } from './engine-stores.ts';
import type { LoadedEngine } from './meeting-engine.ts';
import type { MeetingEngine } from './types.ts';

/**
 * The tab's engine. Everything but its stores is loaded when a meeting is first looked at: most of a
 * day nobody is in one. Without a client, before anybody is signed in, it shows oneself and joins nothing.
 */
export function createMeetingEngine(client: StreamClient | null): MeetingEngine & { stop(): void } {
  const stores = newStores();
  let loading: Promise<LoadedEngine> | null = null;
  let loaded: LoadedEngine | null = null;
  const load = (): Promise<LoadedEngine> => {
    loading ??= import('./meeting-engine.ts').then(({ LoadedEngine: Loaded }) => {
      loaded = new Loaded(client, stores);
      return loaded;
    });
    return loading;
  };
  const stop = () => {
    loaded?.stop();
    loaded = loading = null;
  };
  client?.door.onStop(stop);
  return {
    stop,
    view: stores.view.read,
    subscribe: stores.view.subscribe,
    levels: stores.levels.read,
    subscribeLevels: stores.levels.subscribe,
    devices: stores.devices.read,
    subscribeDevices: stores.devices.subscribe,
    choice: stores.choice.read,
    subscribeChoice: stores.choice.subscribe,
    join: async (options) => {
      // Painted at once, before the code is there.
      stores.view.change({ phase: 'joining', leftBecause: null, problem: null, meetingId: options.meetingId });
      await (await load()).join(options);
    },
    leave: async () => (await loading)?.leave(),
    dismiss: () => loaded?.dismiss(),
    setMicrophone: async (on) => (await load()).setMicrophone(on),
    setCamera: async (on) => (await load()).setCamera(on),
    // Without a pause between: the browser asks only right after a person's click.
    shareScreen: async () => (loaded ?? await load()).shareScreen(),
    stopSharing: async () => loaded?.stopSharing(),
    setPushToTalk: (on) => {
      stores.view.change({ pushToTalk: on });
      loaded?.setPushToTalk(on);
    },
    talk: (down) => loaded?.talk(down),
    setBandwidth: (bandwidth) => {
      stores.view.change({ bandwidth });
      loaded?.setBandwidth(bandwidth);
    },
    react: (emoji) => loaded?.react(emoji),
    showTile: (producerId, size) => loaded?.showTile(producerId, size),
    qualityOf: async (participantId) => loaded?.qualityOf(participantId) ?? null,
    preview: async (wanted) => (await load()).preview(wanted),
    stopPreview: () => loaded?.stopPreview(),
    choose: async (change) => (await load()).choose(change),
  };
}
