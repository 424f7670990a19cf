import type { ProducerInfo } from '@parvis/contracts';
import { describe, expect, it } from 'vitest';
import { HIDE_AFTER, MOST_VIDEOS, nextHiding, planVideos, type Tile, type VideoScene } from './video-plan.ts';

const camera = (participantId: string, rest: Partial<ProducerInfo> = {}): ProducerInfo => ({ producerId: `p-${participantId}`, participantId, kind: 'video', source: 'camera', paused: false, ...rest });
const tile = (height: number, hiddenAt: number | null = null): Tile => ({ width: height * 16 / 9, height, visible: hiddenAt === null, hiddenAt });
const scene = (rest: Partial<VideoScene>): VideoScene => ({
  videos: [camera('a')], tiles: new Map([['p-a', tile(180)]]), activeSpeakerId: null, spotlightId: null, bandwidth: 'full', pixelRatio: 1, now: 10_000, ...rest,
});
const layerAt = (height: number, rest: Partial<VideoScene> = {}) => planVideos(scene({ tiles: new Map([['p-a', tile(height)]]), ...rest }))[0]!.spatialLayer;

describe('the plan of videos', () => {
  it('asks for the layer that fills the tile, in pixels of the screen', () => {
    expect([layerAt(120), layerAt(360), layerAt(720)]).toEqual([0, 1, 2]);
    expect(layerAt(120, { pixelRatio: 3 })).toBe(1);
    expect(layerAt(720, { bandwidth: 'low' })).toBe(0);
  });

  it('receives nothing that no tile shows, nor what is paused', () => {
    expect(planVideos(scene({ tiles: new Map() }))).toEqual([]);
    expect(planVideos(scene({ videos: [camera('a', { paused: true })] }))).toEqual([]);
  });

  it('lets a video go only after it was out of sight for a while', () => {
    const hidden = (since: number) => scene({ tiles: new Map([['p-a', tile(180, 10_000 - since)]]) });
    expect(planVideos(hidden(HIDE_AFTER - 1))).toHaveLength(1);
    expect(planVideos(hidden(HIDE_AFTER))).toHaveLength(0);
    expect(nextHiding(hidden(400).tiles, 10_000)).toBe(10_600);
    expect(nextHiding(hidden(HIDE_AFTER).tiles, 10_000)).toBeNull();
  });

  it('keeps shared screens and whoever speaks when there are too many', () => {
    const videos = [...Array.from({ length: MOST_VIDEOS + 5 }, (_, at) => camera(String(at))), camera('quiet'), camera('speaker'), camera('sharer', { source: 'screen' })];
    const tiles = new Map(videos.map(({ producerId, participantId }) => [producerId, tile(participantId === 'quiet' ? 90 : 180)]));
    const planned = planVideos(scene({ videos, tiles, activeSpeakerId: 'speaker' })).map(({ producerId }) => producerId);
    expect(planned).toHaveLength(MOST_VIDEOS);
    expect(planned.slice(0, 2)).toEqual(['p-sharer', 'p-speaker']);
    expect(planned).not.toContain('p-quiet');
  });

  it('receives only screens when video is too much', () => {
    const videos = [camera('a'), camera('b', { source: 'screen' })];
    const tiles = new Map([['p-a', tile(180)], ['p-b', tile(720)]]);
    expect(planVideos(scene({ videos, tiles, bandwidth: 'audio_only' })).map(({ producerId }) => producerId)).toEqual(['p-b']);
  });
});
