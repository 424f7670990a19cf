import { NetworkFailure } from '@parvis/client-sdk';
import type { ProducerInfo } from '@parvis/contracts';
import { beforeEach, expect, it } from 'vitest';
import { FakeLink } from './fixtures/fake-link.ts';
import { ManualClock } from './fixtures/manual-clock.ts';
import { RemoteTracks } from './remote-media.ts';
import type { RemoteMedia } from './types.ts';

const camera: ProducerInfo = { producerId: 'picture', participantId: 'ann', kind: 'video', source: 'camera', paused: false };
const voice: ProducerInfo = { producerId: 'voice', participantId: 'ann', kind: 'audio', source: 'microphone', paused: false };
const tile = { width: 320, height: 180, visible: true };

let clock: ManualClock;
let link: FakeLink;
let media: Readonly<Record<string, RemoteMedia>>;
let failures: number;
let remote: RemoteTracks;

beforeEach(() => {
  clock = new ManualClock();
  link = new FakeLink();
  media = {};
  failures = 0;
  remote = new RemoteTracks(clock, {
    onMedia: (next) => {
      media = next;
    },
    onFailure: () => {
      failures += 1;
    },
  });
});

const begin = async () => {
  remote.reset(link.asLink, [camera, voice]);
  await clock.advance(200);
};

it('receives every voice at once, and a picture as soon as a tile shows it', async () => {
  await begin();
  expect([...link.received.keys()]).toEqual(['voice', 'picture']);
  // It is only made ready: nothing of it is sent.
  expect([link.changes, media['ann']!.camera!.track]).toEqual([[], null]);
  remote.take({ type: 'score', consumerId: 'c-voice', score: 9 });
  remote.showTile('picture', tile);
  await clock.advance(0);
  expect(link.changes.at(-1)).toMatchObject([{ consumerId: 'c-picture', paused: false, spatialLayer: 0 }]);
  expect(media['ann']!.camera!.track).not.toBeNull();
});

it('shows what flows from the first moment on, in the size of its tile, and pauses what no tile shows after a while', async () => {
  link.begunFlowing = true;
  await begin();
  expect([link.changes, media['ann']!.camera!.track]).toEqual([[], { id: 'picture' }]);
  const other = { ...camera, producerId: 'picture-of-nobody', participantId: 'bob' };
  remote.take({ type: 'producer', producer: other });
  remote.showTile('picture', { ...tile, height: 360 });
  await clock.advance(400);
  expect(link.changes).toEqual([[{ consumerId: 'c-picture', paused: false, spatialLayer: 1, priority: 100 }]]);
  await clock.advance(2_000);
  expect(link.changes.at(-1)).toMatchObject([{ consumerId: 'c-picture-of-nobody', paused: true }]);
});

it('heeds a tile that came while its picture was being made ready', async () => {
  link.begunFlowing = true;
  let done = () => {};
  const consume = link.consume.bind(link);
  link.consume = async (ids) => {
    await new Promise<void>((resolve) => {
      done = resolve;
    });
    await consume(ids);
  };
  await begin();
  remote.showTile('picture', { ...tile, height: 360 });
  done();
  await clock.advance(0);
  expect(link.changes).toEqual([[{ consumerId: 'c-picture', paused: false, spatialLayer: 1, priority: 100 }]]);
});

it('goes on showing what flows while the server can not be asked, and says all again afterwards', async () => {
  await begin();
  remote.showTile('picture', tile);
  await clock.advance(200);
  link.failure = new NetworkFailure('down');
  remote.showTile('picture', { ...tile, height: 720 });
  await clock.advance(200);
  expect(failures).toBe(1);
  expect(media['ann']!.camera!.track).not.toBeNull();
  link.failure = null;
  link.changes.length = 0;
  remote.reset(link.asLink, [camera, voice]);
  expect(media['ann']!.camera!.track).not.toBeNull();
  await clock.advance(200);
  expect(link.changes).toMatchObject([[{ consumerId: 'c-picture', paused: false, spatialLayer: 2 }]]);
});

it('says at most five times a second what a tile that is resized again and again wants, and ends with the last', async () => {
  await begin();
  remote.showTile('picture', tile);
  await clock.advance(200);
  link.changes.length = 0;
  for (let step = 0; step < 20; step += 1) {
    remote.showTile('picture', { ...tile, height: step % 2 === 0 ? 720 : 180 });
    await clock.advance(50);
  }
  await clock.advance(400);
  expect(link.changes.length).toBeLessThanOrEqual(6);
  remote.showTile('picture', { ...tile, height: 720 });
  await clock.advance(400);
  expect(link.changes.at(-1)).toMatchObject([{ spatialLayer: 2 }]);
});

it('pauses a picture that went out of sight, after a moment, and shows nothing of who is paused', async () => {
  await begin();
  remote.showTile('picture', tile);
  await clock.advance(200);
  remote.showTile('picture', null);
  await clock.advance(1_400);
  expect(link.changes.at(-1)).toMatchObject([{ consumerId: 'c-picture', paused: true }]);
  expect(media['ann']!.camera!.track).toBeNull();
  remote.take({ type: 'producer', producer: { ...voice, paused: true, byHost: true } });
  expect(media['ann']!.microphone).toMatchObject({ track: null, paused: true, byHost: true });
});

/** What is received over a link that works, and of which a tile shows the picture, moves to another one. */
const move = async () => {
  await begin();
  remote.showTile('picture', tile);
  await clock.advance(200);
  const former = media['ann']!;
  const next = new FakeLink();
  remote.reset(next.asLink, []);
  return { former, next };
};
const again = (producer: ProducerInfo) => {
  remote.take({ type: 'producer', producer: { ...producer, producerId: `${producer.producerId}-2` } });
};

it('goes on showing what still comes over the link before, until the next one carries it', async () => {
  const { former, next } = await move();
  expect(media['ann']).toEqual(former);
  again(camera);
  again(voice);
  await clock.advance(300);
  expect(next.changes.at(-1)).toMatchObject([{ consumerId: 'c-picture-2', paused: false, spatialLayer: 0 }]);
  expect(media['ann']).toEqual(former);
  next.arrived.add('voice-2');
  await clock.advance(200);
  expect(media['ann']).toMatchObject({ microphone: { producerId: 'voice-2', track: { id: 'voice-2' } }, camera: { producerId: 'picture', track: { id: 'picture' } } });
  next.arrived.add('picture-2');
  await clock.advance(200);
  expect(media['ann']!.camera).toMatchObject({ producerId: 'picture-2', track: { id: 'picture-2' } });
  expect(next.changes.flat().filter(({ paused }) => paused)).toEqual([]);
});

it('shows at once that somebody muted themselves while all moves, and waits for nobody for ever', async () => {
  await move();
  again({ ...voice, paused: true });
  expect(media['ann']).toMatchObject({ microphone: { paused: true, track: null }, camera: { producerId: 'picture' } });
  await clock.advance(10_000);
  expect(media['ann']!.camera).toBeUndefined();
});

it('shows nothing more of a link that was closed', async () => {
  await begin();
  link.isClosed = true;
  remote.reset(new FakeLink().asLink, []);
  expect(media).toEqual({});
});
