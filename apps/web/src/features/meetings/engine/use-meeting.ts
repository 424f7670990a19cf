import type { StreamClient } from '@parvis/client-sdk';
import { useCallback, useContext } from 'react';
import { useClientOrNull } from '../../../sync/index.ts';
import { useSelected } from '../../../sync/use-selected.ts';
import { createMeetingEngine } from './create-meeting-engine.ts';
import { OutsideEngineContext } from './outside-engine.tsx';
import type { DeviceChoice, DeviceList, MeetingEngine, MeetingView } from './types.ts';

/** One a workspace, outside of every screen: going elsewhere in the app leaves no meeting. */
const engines = new WeakMap<StreamClient, MeetingEngine>();

export function useMeetingEngine(): MeetingEngine {
  const outside = useContext(OutsideEngineContext);
  const client = useClientOrNull();
  if (outside !== null) return outside;
  if (client === null) throw new Error('no one is signed in, and there is no engine for outside');
  let engine = engines.get(client);
  if (engine === undefined) engines.set(client, engine = createMeetingEngine(client));
  return engine;
}

/** `select` need not be stable; renders again when what it selects changes (lists and records: in what they hold). */
export function useMeetingView<T>(select: (view: MeetingView) => T): T {
  const engine = useMeetingEngine();
  return useSelected(engine.subscribe, engine.view, select);
}

/** How loud somebody is, 0 to 1, in steps of a tenth: more nobody sees. */
export function useLevels(participantId: string | null): number {
  const engine = useMeetingEngine();
  const select = useCallback((levels: Readonly<Record<string, number>>) => Math.round((participantId === null ? 0 : levels[participantId] ?? 0) * 10) / 10, [participantId]);
  return useSelected(engine.subscribeLevels, engine.levels, select, Object.is);
}

export function useDevices(): DeviceList {
  const engine = useMeetingEngine();
  return useSelected(engine.subscribeDevices, engine.devices, (devices) => devices, Object.is);
}

export function useDeviceChoice(): DeviceChoice {
  const engine = useMeetingEngine();
  return useSelected(engine.subscribeChoice, engine.choice, (choice) => choice, Object.is);
}
